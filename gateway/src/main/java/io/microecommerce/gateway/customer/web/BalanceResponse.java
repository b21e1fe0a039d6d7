package io.microecommerce.gateway.customer.web;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;

/**
 * @param available can be spent
 * @param frozen held by payments under way
 */
record BalanceResponse(Money available, Money frozen) {

    static BalanceResponse of(WalletView wallet) {
        return new BalanceResponse(wallet.available(), wallet.frozen());
    }
}
