package io.microecommerce.payment.refund;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.payment.pay.KeptKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The refund rows. Each move is one conditional statement, tells whether it won, and commits together with a line in the journal
 * of the payment; times are read from the database's clock.
 */
public interface Refunds extends KeptKeys {

    Optional<Refund> byId(String refundId);

    Optional<Refund> byKey(String askedBy, String idempotencyKey);

    /** The live one of a payment, or else the newest. */
    Optional<Refund> ofPayment(String paymentId);

    /**
     * Inserts a refund of a PAID payment INITIATED, attempt 1, leased.
     *
     * @return the new refund; empty if the key has one already, by a request that ran at the same time
     * @throws Refusal {@code ORDER_IN_REFUND}, {@code ORDER_REFUNDED} if another key's refund of the payment is live
     * @throws IllegalStateException if the payment is not PAID
     */
    Optional<Refund> open(RefundCommand command, OrderStatus orderWas, String requestHash) throws Refusal;

    /**
     * Takes a halted refund over for its next attempt.
     *
     * @return the refund afterwards; empty if somebody else was faster
     * @throws Refusal as {@link #open}
     */
    Optional<Refund> takeOver(Refund halted) throws Refusal;

    /** How long this attempt has until {@code decide_by}; negative once it is past. */
    Duration timeToDecide(String refundId, int attempt);

    /** Try: INITIATED of this attempt to HELD under the XID. */
    boolean hold(String refundId, int attempt, String xid);

    /** Confirm: HELD under the XID to DONE, and to GIVEN where a provider has to pay it back. */
    boolean give(String refundId, String xid);

    /** Cancel: HELD under the XID to RELEASED. */
    boolean release(String refundId, String xid);

    /** GIVEN to DONE: the provider has confirmed. */
    boolean done(String refundId);

    /** After a business refusal: INITIATED or RELEASED of this attempt to REFUSED. */
    boolean refuse(String refundId, int attempt, Refusal reason);

    /** The TM gives its own attempt up before it held anything: INITIATED of this attempt to EXPIRED. */
    boolean giveUp(String refundId, int attempt);

    /** INITIATED of this attempt to EXPIRED, if its {@code decide_by} is past. */
    boolean expire(String refundId, int attempt);

    /** The same for every refund past its {@code decide_by}. */
    int expireAll();

    /** The work on this attempt is over, whatever its outcome. */
    void endLease(String refundId, int attempt);

    /** The OrderRefunded event came back from the broker. */
    void markEventSeen(String refundId);

    /** When the event came back; empty if it has not, or if there is no such refund. */
    Optional<Instant> eventSeenAt(String refundId);

    /** Given longer ago than this, and the event has not come back: its message may be lost. */
    List<Refund> givenButUnseen(Duration forAtLeast, int limit);

    /** The refunds that hold, or held, their payment under these XIDs. */
    List<HeldRefund> under(Collection<String> xids);

    /** The XIDs of refunds that have been HELD for longer than that, the oldest first. */
    List<String> xidsHeldFor(Duration atLeast, int limit);
}
