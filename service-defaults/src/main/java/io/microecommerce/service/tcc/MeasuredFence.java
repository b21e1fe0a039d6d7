package io.microecommerce.service.tcc;

import io.microecommerce.api.branch.FenceState;
import io.microecommerce.api.error.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.seata.common.executor.Callback;
import org.apache.seata.integration.tx.api.fence.FenceHandler;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Seata's fence, with meters. Every Try, Confirm and Cancel passes it, and it alone knows which of them it kept from happening:
 *
 * <ul>
 *   <li>timer {@code shop.tcc.phase}, tags {@code action}, {@code phase} (try, confirm, cancel) and {@code outcome} (done, refused,
 *       failed): each of them with its transaction, from the insert of the fence row to the commit;
 *   <li>counter {@code shop.tcc.fence.hits}, tags {@code action} and {@code hit}, see {@link Hit}: what would have happened without it.
 * </ul>
 *
 * <p>They are in the global registry, because Seata and not Spring makes who calls this.
 */
final class MeasuredFence implements FenceHandler {

    private static final Logger log = LoggerFactory.getLogger(MeasuredFence.class);

    private static final String POSTGRES_UNIQUE_VIOLATION = "23505";

    /** Upper bounds of the histogram's buckets: a Try in good health takes some ten milliseconds, and a call ends after three seconds. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(3)
    };

    private final FenceHandler fence;
    private final FenceRows rows;

    MeasuredFence(FenceHandler fence, FenceRows rows) {
        this.fence = fence;
        this.rows = rows;
    }

    /** What the fence keeps from happening. */
    enum Hit {
        /** The branch had been confirmed. */
        REPEATED_CONFIRM,
        /** The branch had been cancelled. */
        REPEATED_CANCEL,
        /** A Cancel, the first or a later one, of a Try that had not come. */
        EMPTY_CANCEL,
        /** A Try after its Cancel, or a second one. */
        LATE_TRY
    }

    @Override
    public @Nullable Object prepareFence(
            String xid, Long branchId, String actionName, Callback<@Nullable Object> tryCall) {
        FencedCall call = new FencedCall(tryCall);
        long beganNanos = System.nanoTime();
        try {
            Object result = fence.prepareFence(xid, branchId, actionName, call::run);
            took(actionName, "try", "done", beganNanos);
            return result;
        } catch (RuntimeException failure) {
            took(actionName, "try", isRefusal(failure) ? "refused" : "failed", beganNanos);
            if (!call.made() && isDuplicate(failure)) {
                count(actionName, Hit.LATE_TRY);
            }
            throw failure;
        }
    }

    @Override
    public boolean commitFence(Method confirm, Object participant, String xid, Long branchId, Object[] arguments) {
        String action = actionOf(arguments);
        FencedCall call = FencedCall.of(confirm, participant, arguments);
        long beganNanos = System.nanoTime();
        boolean done = false;
        try {
            done = fence.commitFence(FencedCall.RUN, call, xid, branchId, new Object[0]);
        } finally {
            took(action, "confirm", done ? "done" : "failed", beganNanos);
        }
        if (done && !call.made()) {
            count(action, Hit.REPEATED_CONFIRM);
        }
        return done;
    }

    @Override
    public boolean rollbackFence(
            Method cancel, Object participant, String xid, Long branchId, Object[] arguments, String actionName) {
        FencedCall call = FencedCall.of(cancel, participant, arguments);
        long beganNanos = System.nanoTime();
        boolean done = false;
        try {
            done = fence.rollbackFence(FencedCall.RUN, call, xid, branchId, new Object[0], actionName);
        } finally {
            took(actionName, "cancel", done ? "done" : "failed", beganNanos);
        }
        if (done && !call.made()) {
            countCancel(xid, actionName);
        }
        return done;
    }

    @Override
    public int deleteFenceByDate(Date before) {
        return fence.deleteFenceByDate(before);
    }

    /** Rare enough to be looked up afterwards. What it is does not depend on that, so it never throws. */
    private void countCancel(String xid, String action) {
        try {
            boolean empty = rows.of(List.of(xid)).stream()
                    .anyMatch(row -> row.action().equals(action) && row.state() == FenceState.SUSPENDED);
            count(action, empty ? Hit.EMPTY_CANCEL : Hit.REPEATED_CANCEL);
        } catch (DataAccessException unread) {
            log.debug("What the fence of {} kept from happening is not counted", xid, unread);
        }
    }

    private static void took(String action, String phase, String outcome, long beganNanos) {
        Timer.builder("shop.tcc.phase")
                .description("Time that a Try, Confirm or Cancel took, with its transaction")
                .tag("action", action)
                .tag("phase", phase)
                .tag("outcome", outcome)
                .serviceLevelObjectives(BUCKETS)
                .register(Metrics.globalRegistry)
                .record(Duration.ofNanos(System.nanoTime() - beganNanos));
    }

    private static void count(String action, Hit hit) {
        hits(Metrics.globalRegistry, action, hit).increment();
    }

    /** What may come later is 0 until then, so that its first time is seen as an increase. */
    static void expect(MeterRegistry meters, String action) {
        for (Hit hit : Hit.values()) {
            hits(meters, action, hit);
        }
    }

    private static Counter hits(MeterRegistry meters, String action, Hit hit) {
        return meters.counter(
                "shop.tcc.fence.hits", "action", action, "hit", hit.name().toLowerCase(Locale.ROOT));
    }

    private static String actionOf(Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(BusinessActionContext.class::isInstance)
                .map(context -> ((BusinessActionContext) context).getActionName())
                .findFirst()
                .orElse("unknown");
    }

    /** As the transaction manager sees it: a retryable code is a failure. */
    private static boolean isRefusal(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof Refusal refusal && !refusal.code().retryable());
    }

    private static boolean isDuplicate(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof SQLException sql && POSTGRES_UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
