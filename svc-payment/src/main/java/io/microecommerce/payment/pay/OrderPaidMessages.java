package io.microecommerce.payment.pay;

/** The transactional message OrderPaid. */
public interface OrderPaidMessages {

    /**
     * Sends the half message; once the broker has it, runs {@link PayTransaction#execute} in this thread, and then tells the
     * broker what {@link Decision} makes of the row.
     *
     * @throws RuntimeException if the broker did not take the half message; nothing was executed then
     */
    void sendAndExecute(PayAttempt attempt);

    /** Sends the message of a payment that is paid already; the row decides as ever. */
    void sendAgain(Payment paid);
}
