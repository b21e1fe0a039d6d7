package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;

/** Wallets that are filled from outside. */
public interface TopUpFacade {

    /**
     * Opens a top-up, or shows the one that has this key; the wallet is credited once the customer has confirmed at the provider.
     *
     * @throws Refusal {@code PAYMENT_METHOD_UNAVAILABLE}, {@code IDEMPOTENCY_KEY_REUSED}
     */
    TopUpView topUp(TopUpCommand command) throws Refusal;

    /** @throws Refusal {@code TOP_UP_NOT_FOUND}, also for somebody else's */
    TopUpView topUp(String customerId, String topUpId) throws Refusal;
}
