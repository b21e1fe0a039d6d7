package io.microecommerce.payment.provider;

/** What a charge is for; called inside the database transaction that records what became of it. */
public interface ChargeOwner {

    Purpose purpose();

    /** Whether the customer may still pay; false if its cause is gone, and the charge is to be closed. May ask other services. */
    boolean wanted(Charge charge);

    /**
     * The money is there, once.
     *
     * @param charge CAPTURED
     * @param late whether it was CLOSED before
     */
    void captured(Charge charge, boolean late);

    /** Something else than what was asked for was captured, and goes back. */
    void mismatched(Charge charge, Trade.Verdict verdict);

    /** Nothing was captured. */
    void closed(Charge charge);
}
