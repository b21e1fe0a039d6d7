package io.microecommerce.payment.refund;

/** This service's own branch. */
public interface MoneyReturn {

    /** The Try of the refund; the XID must be bound. */
    void hold(Refund refund);
}
