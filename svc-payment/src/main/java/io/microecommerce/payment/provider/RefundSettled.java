package io.microecommerce.payment.provider;

/** Waits for the provider to confirm refunds. */
public interface RefundSettled {

    /**
     * The provider has paid it back. Called once a refund, in the database transaction that records it: a failure undoes both,
     * and the refund is worked again. Refunds of all causes come here; ignore what is not yours.
     */
    void settled(ProviderRefund refund);
}
