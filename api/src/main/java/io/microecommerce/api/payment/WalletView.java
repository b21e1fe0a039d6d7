package io.microecommerce.api.payment;

import io.microecommerce.api.money.Money;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * A customer's money in the shop.
 *
 * @param available can be spent
 * @param frozen held by payments under way
 * @param items the newest entries first, at most 100; the sum of all entries is {@code available + frozen}
 */
public record WalletView(Money available, Money frozen, List<Entry> items) implements Serializable {

    public WalletView {
        items = List.copyOf(items);
    }

    /**
     * One change of the wallet.
     *
     * @param cause id of what caused it, such as a payment's
     * @param kind {@code TOP_UP}, {@code PAYMENT} or {@code REFUND}
     * @param amount negative when money left
     */
    public record Entry(String cause, String kind, Money amount, Instant createdAt) implements Serializable {}
}
