package io.microecommerce.payment.refund;

/** The transactional message OrderRefunded. */
public interface OrderRefundedMessages {

    /**
     * Sends the half message; once the broker has it, runs {@link RefundTransaction#execute} in this thread, and then tells the
     * broker what the row says.
     *
     * @throws RuntimeException if the broker did not take the half message; nothing was executed then
     */
    void sendAndExecute(Refund refund);

    /** Sends the message of a refund that is given already; the row decides as ever. */
    void sendAgain(Refund given);
}
