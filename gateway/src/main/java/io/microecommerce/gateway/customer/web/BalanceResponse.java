package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param available can be spent
 * @param frozen held by payments under way
 * @param items the newest entries, the newest first
 * @param next always null: what is older is not listed
 */
record BalanceResponse(Money available, Money frozen, List<BalanceEntry> items, @Nullable String next) {

    static BalanceResponse of(WalletView wallet) {
        return new BalanceResponse(
                wallet.available(),
                wallet.frozen(),
                wallet.items().stream().map(BalanceEntry::of).toList(),
                null);
    }

    /**
     * @param cause id of what caused it, such as a payment's
     * @param kind {@code TOP_UP} or {@code PAYMENT}
     * @param amount negative when money left
     */
    record BalanceEntry(String cause, String kind, Money amount, Instant createdAt) {

        static BalanceEntry of(WalletView.Entry entry) {
            return new BalanceEntry(entry.cause(), entry.kind(), entry.amount(), entry.createdAt());
        }
    }
}
