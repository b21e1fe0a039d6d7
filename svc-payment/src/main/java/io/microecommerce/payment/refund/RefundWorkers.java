package io.microecommerce.payment.refund;

import io.microecommerce.payment.pay.AttemptThreads;
import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs the attempts of refunds, on the threads of the payments' attempts. */
@Component
class RefundWorkers {

    private static final Logger log = LoggerFactory.getLogger(RefundWorkers.class);

    private final Refunds refunds;
    private final OrderRefundedMessages messages;
    private final AttemptThreads threads;

    RefundWorkers(Refunds refunds, OrderRefundedMessages messages, AttemptThreads threads) {
        this.refunds = refunds;
        this.messages = messages;
        this.threads = threads;
    }

    /** Starts the attempt, waits for it until then, and reads what the row says. */
    Refund run(Refund refund, long answerByNanos) {
        threads.run(
                "refund " + refund.id() + " attempt " + refund.attempt(),
                () -> work(refund),
                () -> refunds.giveUp(refund.id(), refund.attempt()),
                answerByNanos);
        return await(refund, answerByNanos);
    }

    /** Waits until then for the outcome of an attempt that is run, perhaps by somebody else. */
    Refund await(Refund refund, long answerByNanos) {
        return threads.await(() -> current(refund), seen -> !seen.undecided() || seen.canBeTakenOver(), answerByNanos);
    }

    private void work(Refund refund) {
        OpenSpan span = Spans.begin("attempt refund").concerning(Spans.ORDER_ID, refund.orderId());
        Spans.during(span, () -> workInTrace(refund));
    }

    private void workInTrace(Refund refund) {
        try {
            messages.sendAndExecute(refund);
        } catch (RuntimeException failure) {
            log.warn("Refund {} attempt {} came to a halt", refund.id(), refund.attempt(), failure);
        } finally {
            // What holds nothing by now never will: a Try that wakes up late loses against this.
            refunds.giveUp(refund.id(), refund.attempt());
            refunds.endLease(refund.id(), refund.attempt());
        }
    }

    private Refund current(Refund refund) {
        return refunds.byId(refund.id()).orElse(refund);
    }
}
