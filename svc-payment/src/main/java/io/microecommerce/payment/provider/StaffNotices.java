package io.microecommerce.payment.provider;

/** Tells the staff; the same refund twice is told once. */
public interface StaffNotices {

    /** @throws RuntimeException if svc-order did not take it */
    void moneyGoesBack(ProviderRefund refund);
}
