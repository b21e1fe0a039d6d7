package io.microecommerce.payment.pay;

import io.microecommerce.service.rpc.Failures;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Runs attempts apart from the customer's request, so that the work goes on when the customer's patience ends. */
@Component
class PayWorkers {

    private static final Logger log = LoggerFactory.getLogger(PayWorkers.class);
    private static final Duration POLL_EVERY = Duration.ofMillis(100);

    private final Payments payments;
    private final OrderPaidMessages messages;
    private final AsyncTaskExecutor payThreads;

    PayWorkers(Payments payments, OrderPaidMessages messages, @Qualifier("payThreads") AsyncTaskExecutor payThreads) {
        this.payments = payments;
        this.messages = messages;
        this.payThreads = payThreads;
    }

    /** Starts the attempt, waits for it until then, and reads what the row says. */
    Payment run(PayAttempt attempt, long answerByNanos) {
        Payment payment = attempt.payment();
        Future<?> work;
        try {
            work = payThreads.submit(() -> work(attempt));
        } catch (RejectedExecutionException tooMuchToDo) {
            payments.giveUp(payment.id(), payment.attempt());
            throw Failures.unavailable("The payment service is busy and");
        }
        try {
            work.get(Math.max(0, answerByNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillWorking) {
            log.info("Payment {} attempt {} takes longer than a customer waits", payment.id(), payment.attempt());
        } catch (ExecutionException failed) {
            log.error("Payment {} attempt {} failed", payment.id(), payment.attempt(), failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return current(payment);
    }

    /** Starts the attempt, and waits for nobody; false if there is too much to do: the payment is left for a later look. */
    boolean start(PayAttempt attempt) {
        try {
            payThreads.execute(() -> work(attempt));
            return true;
        } catch (RejectedExecutionException tooMuchToDo) {
            payments.giveUp(attempt.payment().id(), attempt.payment().attempt());
            payments.endLease(attempt.payment().id(), attempt.payment().attempt());
            return false;
        }
    }

    /** Waits until then for the outcome of an attempt that somebody else runs. */
    Payment await(Payment payment, long answerByNanos) {
        Payment seen = current(payment);
        while (seen.undecided() && !seen.canBeTakenOver() && System.nanoTime() < answerByNanos) {
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_EVERY.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return seen;
            }
            seen = current(payment);
        }
        return seen;
    }

    private void work(PayAttempt attempt) {
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
