package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The payment rows. Each move is one conditional statement and tells whether it won; times are read from the database's clock.
 */
public interface Payments extends KeptKeys {

    Optional<Payment> byId(String paymentId);

    Optional<Payment> byKey(String customerId, String idempotencyKey);

    /**
     * Inserts a payment INITIATED, attempt 1, leased.
     *
     * @return the new payment; empty if the key has one already, by a request that ran at the same time
     * @throws Refusal {@code ORDER_HAS_PAYMENT} if another key's payment of the order is live
     */
    Optional<Payment> open(PayCommand command, PayableOrderView order, String requestHash) throws Refusal;

    /**
     * Inserts a payment AWAITING_PROVIDER; {@code besides} runs with its id in the same transaction.
     *
     * @return as {@link #open} says
     */
    Optional<Payment> openAwaiting(
            PayCommand command, PayableOrderView order, String requestHash, Consumer<String> besides) throws Refusal;

    /** AWAITING_PROVIDER to INITIATED: the money is captured, and the payment is anybody's work. */
    boolean capture(String paymentId, Instant at);

    /** AWAITING_PROVIDER to CLOSED. */
    boolean close(String paymentId);

    /** It stays CLOSED, and money was captured all the same. */
    boolean captureLate(String paymentId, Instant at);

    /**
     * Journals, in the caller's transaction, what commits with it.
     *
     * @param xid where a global transaction is meant
     */
    void tell(String paymentId, Told kind, @Nullable String xid, @Nullable String detail);

    /** Captured, undecided, and nobody is at work on it. */
    List<Payment> capturedUndecided(int limit);

    /** What the journal tells of money that goes back. */
    enum Told {
        /** Money was captured after the payment was closed. */
        CAPTURED_LATE,
        /** Captured money goes back; the detail says why. */
        REFUND_QUEUED,
        /** The provider has confirmed that it is back. */
        REFUND_DONE,
        /** The staff or the customer want the payment back; the detail says who. */
        REFUND_OPENED,
        /** The refund is tried again; the detail is the attempt. */
        REFUND_TAKEN_OVER,
        /** The refund's Try. */
        REFUND_HELD,
        /** The refund's Confirm; the detail says where the money goes. */
        REFUND_GIVEN,
        /** The refund's Cancel. */
        REFUND_RELEASED,
        /** The refund is refused; the detail is the code. */
        REFUND_REFUSED,
        /** An attempt of the refund ended before it held anything. */
        REFUND_EXPIRED,
        /** OrderRefunded came back from the broker. */
        REFUND_EVENT_RETURNED
    }

    /**
     * Takes a halted payment over for its next attempt.
     *
     * @return the payment afterwards; empty if somebody else was faster
     * @throws Refusal {@code ORDER_HAS_PAYMENT} if another key's payment of the order is live by now
     */
    Optional<Payment> takeOver(Payment halted) throws Refusal;

    /** How long this attempt has until {@code decide_by}; negative once it is past. */
    Duration timeToDecide(String paymentId, int attempt);

    /** Try: INITIATED of this attempt to HELD under the XID. */
    boolean hold(String paymentId, int attempt, String xid);

    /** Confirm: HELD under the XID to PAID. */
    boolean markPaid(String paymentId, String xid);

    /** Cancel: HELD under the XID to RELEASED. */
    boolean release(String paymentId, String xid);

    /** After a business refusal: INITIATED or RELEASED of this attempt to REFUSED. */
    boolean refuse(String paymentId, int attempt, Refusal reason);

    /** The TM gives its own attempt up before it held anything: INITIATED of this attempt to EXPIRED. */
    boolean giveUp(String paymentId, int attempt);

    /** INITIATED of this attempt to EXPIRED, if its {@code decide_by} is past. */
    boolean expire(String paymentId, int attempt);

    /** The same for every payment past its {@code decide_by}. */
    int expireAll();

    /** The work on this attempt is over, whatever its outcome. */
    void endLease(String paymentId, int attempt);

    /** The OrderPaid event came back from the broker. */
    void markEventSeen(String paymentId);

    /** When the event came back; empty if it has not, or if there is no such payment. */
    Optional<Instant> eventSeenAt(String paymentId);

    /** Paid longer ago than this, and the event has not come back: its message may be lost. */
    List<Payment> paidButUnseen(Duration forAtLeast, int limit);

    /** The payments that hold, or held, their money under these XIDs. */
    List<HeldPayment> under(Collection<String> xids);

    /** The XIDs of payments that have been HELD for longer than that, the oldest first. */
    List<String> xidsHeldFor(Duration atLeast, int limit);
}
