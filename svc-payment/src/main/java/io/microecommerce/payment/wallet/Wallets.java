package io.microecommerce.payment.wallet;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.payment.WalletView;

/**
 * Customers' money. Every change is one conditional statement; what leaves or enters a wallet for good is an entry, unique on
 * (cause, kind).
 */
public interface Wallets {

    /** Most entries in a view. */
    int NEWEST = 100;

    /** What there is, and the newest entries, of one moment; zero CNY and none for a customer without a wallet. */
    WalletView balance(String customerId);

    /** Money from outside enters the wallet, which need not be there yet, once a cause; in the caller's transaction. */
    void topUp(String cause, String customerId, Money amount);

    /** What a refund gives back enters the wallet, once a refund; in the caller's transaction. */
    void giveBack(String refundId, String customerId, Money amount);

    /** Available to frozen; false, and nothing changed, if there is too little or none in that currency. */
    boolean freeze(String customerId, Money amount);

    /** The payment's frozen amount leaves the wallet. */
    void spendFrozen(String paymentId);

    /** The payment's frozen amount is available again. */
    void unfreeze(String paymentId);
}
