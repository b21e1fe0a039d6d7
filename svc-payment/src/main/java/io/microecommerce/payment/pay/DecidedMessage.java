package io.microecommerce.payment.pay;

import java.time.Instant;
import java.util.Optional;

/**
 * A transactional message whose outcome a row decides; there is one kind a tag. The broker's half messages know an event by its
 * bytes alone: a check-back may come to another instance, or to a later version.
 */
public interface DecidedMessage {

    String tag();

    /**
     * Step 3: the broker has the half message; runs what it is bound to, in this thread.
     *
     * @param attempt what was to be executed, as it was given to the send
     */
    void execute(byte[] event, Object attempt);

    /** What the row says of it now; changes nothing. */
    Decision decision(byte[] event);

    /** Step 6: an attempt past its time is expired before the row is asked, so that a Try that wakes up late loses. */
    void expireOverdue(byte[] event);

    /**
     * The broker is about to be told this.
     *
     * @param checkedBack whether it had asked
     */
    void answered(byte[] event, Decision decision, boolean checkedBack);

    /** Sends the message again; its row says COMMIT. */
    void sendAgain(byte[] event);

    /** When svc-payment itself heard of it; empty if it has not. */
    Optional<Instant> deliveredAt(byte[] event);

    /** Row and message, for people. */
    String inWords(byte[] event);
}
