package io.microecommerce.payment.pay;

import io.microecommerce.service.rpc.Failures;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Runs attempts apart from the request of whoever waits, so that the work goes on when their patience ends. */
@Component
public class AttemptThreads {

    private static final Logger log = LoggerFactory.getLogger(AttemptThreads.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final AsyncTaskExecutor payThreads;

    AttemptThreads(@Qualifier("payThreads") AsyncTaskExecutor payThreads) {
        this.payThreads = payThreads;
    }

    /**
     * Starts the attempt, and waits for it until then.
     *
     * @param what what it is, in the log
     * @param notStarted runs if there is too much to do
     * @throws io.microecommerce.api.error.Refusal {@code SERVICE_UNAVAILABLE}, if there is too much to do
     */
    public void run(String what, Runnable attempt, Runnable notStarted, long answerByNanos) {
        Future<?> work;
        try {
            work = payThreads.submit(attempt);
        } catch (RejectedExecutionException tooMuchToDo) {
            notStarted.run();
            throw Failures.unavailable("The payment service is busy and");
        }
        try {
            work.get(Math.max(0, answerByNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stillWorking) {
            log.info("The work on {} takes longer than anybody waits", what);
        } catch (ExecutionException failed) {
            log.error("The work on {} failed", what, failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Looks again and again until then, or until somebody else's work is over.
     *
     * @return what was seen last
     */
    public <T> T await(Supplier<T> look, Predicate<T> over, long answerByNanos) {
        T seen = look.get();
        while (!over.test(seen) && System.nanoTime() < answerByNanos) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return seen;
            }
            seen = look.get();
        }
        return seen;
    }

    /** Starts the attempt, and waits for nobody; false if there is too much to do. */
    boolean start(Runnable attempt) {
        try {
            payThreads.execute(attempt);
            return true;
        } catch (RejectedExecutionException tooMuchToDo) {
            return false;
        }
    }
}
