package io.microecommerce.gateway.progress;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.gateway.stream.Outlet;
import io.microecommerce.service.rpc.Failures;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells those who follow an order how its payment goes on. Each is served by one thread that asks, tells what has changed, and waits
 * longer the longer nothing changes. It ends when the payment is at rest; when a question fails, for then the client asks for
 * itself and hears why; and after some minutes, when the client comes back if it still wants to know. A life cycle, so that those who
 * follow are sent away before the web server waits for them.
 */
public final class ProgressStreams implements SmartLifecycle, AutoCloseable {

    static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    static final Duration QUIET = Duration.ofSeconds(15);

    private static final Logger log = LoggerFactory.getLogger(ProgressStreams.class);

    private final Clock clock;
    private final Limits limits;

    /** As many threads as streams, so never more than {@link Limits#streams}. */
    private final ExecutorService followers = Executors.newCachedThreadPool(ProgressStreams::daemon);

    /** Guarded by this, as all that follows. */
    private final Map<String, Integer> streamsOf = new HashMap<>();

    private int streams;
    private boolean running;
    private CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param streams that this gateway serves at once
     * @param ofOneCaller that one caller may have at once
     * @param life after which one ends, whatever has come of the payment
     */
    public record Limits(int streams, int ofOneCaller, Duration life) {}

    public ProgressStreams(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Tells of the progress as it is now, and of each change from then on.
     *
     * @param callerId whose stream it is
     * @param progress asked here for the first time, and what it throws then is thrown
     * @throws Refusal {@code RATE_LIMITED} when the caller has as many streams as one may, {@code SERVICE_UNAVAILABLE} when all
     *     callers together have
     */
    public void follow(String callerId, Supplier<Progress> progress, Outlet<Progress> outlet) {
        CountDownLatch over = enter(callerId);
        boolean begun = false;
        try {
            Progress first = progress.get();
            followers.execute(() -> serve(callerId, progress, first, outlet, over));
            begun = true;
        } finally {
            if (!begun) {
                leave(callerId);
            }
        }
    }

    private synchronized CountDownLatch enter(String callerId) {
        int own = streamsOf.getOrDefault(callerId, 0);
        if (own >= limits.ofOneCaller()) {
            throw new Refusal(
                    ErrorCode.RATE_LIMITED,
                    "You follow " + own + " orders already, as many as one may; ask for the order itself instead.");
        }
        if (!running || streams >= limits.streams()) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "As many follow already as this gateway serves; ask for the order itself instead.");
        }
        streamsOf.put(callerId, own + 1);
        streams++;
        return stopped;
    }

    private synchronized void leave(String callerId) {
        streamsOf.computeIfPresent(callerId, (id, own) -> own == 1 ? null : own - 1);
        streams--;
    }

    private void serve(
            String callerId,
            Supplier<Progress> progress,
            Progress first,
            Outlet<Progress> outlet,
            CountDownLatch over) {
        try {
            tell(progress, first, outlet, over);
        } catch (IOException | IllegalStateException gone) {
            log.debug("A client that followed an order has gone: {}", gone.toString());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            leave(callerId);
            outlet.end();
        }
    }

    private void tell(Supplier<Progress> progress, Progress first, Outlet<Progress> outlet, CountDownLatch over)
            throws IOException, InterruptedException {
        Instant end = clock.instant().plus(limits.life());
        Progress told = first;
        outlet.send(told);
        Instant lastWrite = clock.instant();
        Duration pause = SHORTEST_PAUSE;
        while (!told.isAtRest()
                && !over.await(pause.toMillis(), TimeUnit.MILLISECONDS)
                && clock.instant().isBefore(end)
                && outlet.mayGoOn()) {
            Progress now;
            try {
                now = progress.get();
            } catch (RuntimeException failure) {
                log.warn(
                        "The progress of order {} is not told any further: {}",
                        told.orderId(),
                        Failures.toRefusal(failure).code());
                return;
            }
            if (!now.equals(told)) {
                outlet.send(now);
                told = now;
                pause = SHORTEST_PAUSE;
                lastWrite = clock.instant();
            } else {
                pause = longer(pause);
                if (!clock.instant().isBefore(lastWrite.plus(QUIET))) {
                    outlet.keepAlive();
                    lastWrite = clock.instant();
                }
            }
        }
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    @Override
    public synchronized void start() {
        running = true;
        stopped = new CountDownLatch(1);
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopped.countDown();
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        followers.shutdownNow();
    }

    private static Thread daemon(Runnable runnable) {
        Thread thread = new Thread(runnable, "progress-follower");
        thread.setDaemon(true);
        return thread;
    }
}
