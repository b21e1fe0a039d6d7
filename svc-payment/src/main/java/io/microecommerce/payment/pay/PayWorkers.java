package io.microecommerce.payment.pay;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs attempts apart from the customer's request, so that the work goes on when the customer's patience ends. */
@Component
class PayWorkers {

    private static final Logger log = LoggerFactory.getLogger(PayWorkers.class);

    private final Payments payments;
    private final OrderPaidMessages messages;
    private final AttemptThreads threads;

    PayWorkers(Payments payments, OrderPaidMessages messages, AttemptThreads threads) {
        this.payments = payments;
        this.messages = messages;
        this.threads = threads;
    }

    /** Starts the attempt, waits for it until then, and reads what the row says. */
    Payment run(PayAttempt attempt, long answerByNanos) {
        Payment payment = attempt.payment();
        threads.run(
                "payment " + payment.id() + " attempt " + payment.attempt(),
                () -> work(attempt),
                () -> payments.giveUp(payment.id(), payment.attempt()),
                answerByNanos);
        return current(payment);
    }

    /** Starts the attempt, and waits for nobody; false if there is too much to do: the payment is left for a later look. */
    boolean start(PayAttempt attempt) {
        boolean started = threads.start(() -> work(attempt));
        if (!started) {
            payments.giveUp(attempt.payment().id(), attempt.payment().attempt());
            payments.endLease(attempt.payment().id(), attempt.payment().attempt());
        }
        return started;
    }

    /** Waits until then for the outcome of an attempt that somebody else runs. */
    Payment await(Payment payment, long answerByNanos) {
        return threads.await(() -> current(payment), seen -> !seen.undecided() || seen.canBeTakenOver(), answerByNanos);
    }

    private void work(PayAttempt attempt) {
        OpenSpan span = Spans.begin("attempt payment")
                .concerning(Spans.ORDER_ID, attempt.payment().orderId());
        Spans.during(span, () -> workInTrace(attempt));
    }

    private void workInTrace(PayAttempt attempt) {
        Payment payment = attempt.payment();
        try {
            messages.sendAndExecute(attempt);
            attempt.progress().reached(PayStep.MESSAGE_ENDED);
        } catch (RuntimeException failure) {
            log.warn("Payment {} attempt {} came to a halt", payment.id(), payment.attempt(), failure);
        } finally {
            // What holds nothing by now never will: a Try that wakes up late loses against this.
            payments.giveUp(payment.id(), payment.attempt());
            payments.endLease(payment.id(), payment.attempt());
        }
    }

    private Payment current(Payment payment) {
        return payments.byId(payment.id()).orElse(payment);
    }
}
