package io.microecommerce.gateway.staff;

import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.stream.Outlet;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One who listens: what waits for them, and at most one thread that writes it, so that a slow client holds up no other. */
final class Listener {

    static final Duration QUIET = Duration.ofSeconds(15);

    /** Who falls this far behind is cut off, and may come back with {@code Last-Event-ID}. */
    static final int MAX_WAITING = 1_000;

    private final Outlet<StaffNotificationView> outlet;
    private final Instant since;
    private final @Nullable String lastEventId;
    private final Clock clock;
    private final Executor writers;
    private final Consumer<Listener> afterEnd;
    private final Queue<StaffNotificationView> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean cut;
    private boolean joined;

    /** Guarded by {@link #writing}, as all that follows. */
    private boolean ended;

    private Instant lastWrite = Instant.EPOCH;

    Listener(
            Outlet<StaffNotificationView> outlet,
            @Nullable String lastEventId,
            Clock clock,
            Executor writers,
            Consumer<Listener> afterEnd) {
        this.outlet = outlet;
        this.since = clock.instant();
        this.clock = clock;
        this.lastEventId = lastEventId;
        this.writers = writers;
        this.afterEnd = afterEnd;
    }

    /** Called by the poller alone: the first time with what was missed, then with what is new. */
    void hear(List<StaffNotificationView> fresh, RecentNotifications recent) {
        List<StaffNotificationView> mine = joined ? fresh : missed(recent);
        joined = true;
        for (StaffNotificationView notification : mine) {
            if (!waiting.offer(notification)) {
                cut = true;
                return;
            }
        }
    }

    private List<StaffNotificationView> missed(RecentNotifications recent) {
        return lastEventId == null ? recent.since(since) : recent.after(lastEventId);
    }

    boolean isOf(Outlet<StaffNotificationView> other) {
        return outlet == other;
    }

    /** Ends it at its next turn. */
    void cut() {
        cut = true;
        wake();
    }

    /** Has what waits written, if nobody is at it. */
    void wake() {
        if (writing.compareAndSet(false, true)) {
            writers.execute(this::write);
        }
    }

    private void write() {
        try {
            // Asked last, too: who was cut meanwhile may get no further turn.
            if (!ended && (cut || !outlet.mayGoOn() || !flush() || cut)) {
                ended = true;
                afterEnd.accept(this);
                outlet.end();
            }
        } finally {
            writing.set(false);
        }
    }

    /** @return false when the client is gone */
    private boolean flush() {
        try {
            boolean wrote = false;
            for (StaffNotificationView next = waiting.poll(); next != null; next = waiting.poll()) {
                outlet.send(next);
                wrote = true;
            }
            Instant now = clock.instant();
            if (!wrote && !now.isBefore(lastWrite.plus(QUIET))) {
                outlet.keepAlive();
                wrote = true;
            }
            if (wrote) {
                lastWrite = now;
            }
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false;
        }
    }
}
