package io.microecommerce.customer.deletion;

import io.microecommerce.api.money.Money;

/** The money that a customer has in the shop. */
public interface CustomerWallet {

    /** Spendable and held money together. */
    Money content(String customerId);
}
