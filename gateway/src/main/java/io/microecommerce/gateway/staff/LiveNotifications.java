package io.microecommerce.gateway.staff;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffNotificationView;
import io.microecommerce.gateway.stream.Outlet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells staff of notifications as they come. One thread asks svc-order for all listeners, every second and only while there are
 * any; each round asks from some seconds back, since a notification becomes visible a little after the time that it carries,
 * and drops what is known. A life cycle, so that listeners are sent away before the web server waits for them.
 */
public final class LiveNotifications implements SmartLifecycle, AutoCloseable {

    static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final Duration PERIOD = Duration.ofSeconds(1);

    /** Of one round: what is more comes with the next. */
    private static final int MAX_PAGES = 50;

    private static final int FAILURES_BETWEEN_WARNINGS = 60;

    private static final Logger log = LoggerFactory.getLogger(LiveNotifications.class);

    private final StaffNotificationFacade notifications;
    private final Clock clock;
    private final int maxListeners;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService poller =
            Executors.newSingleThreadScheduledExecutor(runnable -> daemon(runnable, "notification-poller"));

    /** As many threads as there are listeners being written to, so never more than listeners. */
    private final ExecutorService writers =
            Executors.newCachedThreadPool(runnable -> daemon(runnable, "notification-writer"));

    /** The poller's own, as the counter. */
    private RecentNotifications recent = new RecentNotifications();

    private int failures;

    /** Guarded by this. */
    private @Nullable ScheduledFuture<?> polling;

    private boolean running;

    public LiveNotifications(StaffNotificationFacade notifications, Clock clock, int maxListeners) {
        this.notifications = notifications;
        this.clock = clock;
        this.maxListeners = maxListeners;
    }

    /**
     * Lets somebody hear what comes from now on.
     *
     * @param lastEventId id of the last notification that they know; null for none. What came after it in the last minutes is
     *     sent first, as far as this gateway knows it
     * @throws Refusal {@code SERVICE_UNAVAILABLE} when as many listen as may
     */
    public synchronized void listen(Outlet<StaffNotificationView> outlet, @Nullable String lastEventId) {
        if (!running || listeners.size() >= maxListeners) {
            throw new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "As many listen already as this gateway serves; ask for the list instead, or try again later.");
        }
        Listener listener = new Listener(outlet, lastEventId, clock, writers, listeners::remove);
        listeners.add(listener);
        listener.wake();
        if (polling == null) {
            polling = poller.scheduleWithFixedDelay(this::round, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The client has gone. */
    public void leave(Outlet<StaffNotificationView> outlet) {
        listeners.removeIf(listener -> listener.isOf(outlet));
    }

    /** Never throws, or there would be no further round. */
    private void round() {
        try {
            if (stopsForNobody()) {
                return;
            }
            List<StaffNotificationView> fresh = poll();
            listeners.forEach(listener -> listener.hear(fresh, recent));
            failures = 0;
        } catch (RuntimeException e) {
            if (failures++ % FAILURES_BETWEEN_WARNINGS == 0) {
                log.warn("svc-order does not tell of notifications; who listens waits: {}", e.toString());
            }
        }
        listeners.forEach(Listener::wake);
    }

    private synchronized boolean stopsForNobody() {
        if (!listeners.isEmpty() || polling == null) {
            return false;
        }
        polling.cancel(false);
        polling = null;
        recent = new RecentNotifications();
        return true;
    }

    private List<StaffNotificationView> poll() {
        Instant newest = recent.newest();
        Instant from = newest == null ? clock.instant().minus(RecentNotifications.KEPT) : newest.minus(OVERLAP);
        List<StaffNotificationView> found = new ArrayList<>();
        for (int page = 0; page < MAX_PAGES; page++) {
            List<StaffNotificationView> read = notifications.since(from, Limits.MAX_PAGE_SIZE);
            found.addAll(read);
            if (read.size() < Limits.MAX_PAGE_SIZE) {
                break;
            }
            Instant last = read.get(read.size() - 1).createdAt();
            // A page of one moment alone must not be read for ever.
            from = last.isAfter(from) ? last : last.plus(1, ChronoUnit.MICROS);
        }
        // Only now, when nothing can fail any more: what is known is not told again.
        return recent.add(found);
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        listeners.forEach(Listener::cut);
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        poller.shutdownNow();
        writers.shutdownNow();
    }

    private static Thread daemon(Runnable runnable, String name) {
        Thread thread = new Thread(runnable, name);
        thread.setDaemon(true);
        return thread;
    }
}
