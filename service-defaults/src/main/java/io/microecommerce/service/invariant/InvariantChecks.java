package io.microecommerce.service.invariant;

import io.microecommerce.books.Invariant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Checks one invariant after the other, in rounds: each in a transaction that may only read, and for a bounded time. They take one
 * connection of the service's pool, and never two.
 */
final class InvariantChecks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InvariantChecks.class);

    private final List<CheckedInvariant> invariants;
    private final InvariantProperties properties;
    private final JdbcOperations jdbc;
    private final TransactionOperations readOnly;
    private final Clock clock;

    private @Nullable ScheduledExecutorService rounds;

    InvariantChecks(
            List<Invariant> invariants,
            InvariantProperties properties,
            JdbcOperations jdbc,
            TransactionOperations readOnly,
            Clock clock) {
        this.invariants = invariants.stream().map(CheckedInvariant::new).toList();
        this.properties = properties;
        this.jdbc = jdbc;
        this.readOnly = readOnly;
        this.clock = clock;
    }

    List<CheckedInvariant> invariants() {
        return invariants;
    }

    /** One round. */
    void check() {
        invariants.forEach(this::check);
    }

    private void check(CheckedInvariant checked) {
        Invariant invariant = checked.invariant();
        Long before = checked.finding().violations();
        try {
            long violations = count(invariant);
            checked.found(violations, clock.instant());
            tell(invariant, before == null ? 0 : before, violations);
        } catch (DataAccessException | TransactionException unread) {
            String why = String.valueOf(unread.getMostSpecificCause().getMessage());
            if (checked.finding().error() == null) {
                log.warn("Cannot check that {}: {}", invariant.states(), why);
            }
            checked.failed(why);
        }
    }

    private long count(Invariant invariant) {
        String count = "SELECT count(*) FROM (" + invariant.violations() + ") AS violation";
        return Objects.requireNonNull(readOnly.execute(status -> {
            jdbc.execute("SET LOCAL statement_timeout = " + properties.within().toMillis());
            return Objects.requireNonNull(jdbc.queryForObject(count, Long.class));
        }));
    }

    private void tell(Invariant invariant, long before, long violations) {
        if (before == 0 && violations > 0) {
            log.error(
                    "It does not hold that {} ({} times). See \"The books\" in docs/runbook.md.",
                    invariant.states(),
                    violations);
        } else if (before > 0 && violations == 0) {
            log.info("It holds again that {}.", invariant.states());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "invariants");
            daemon.setDaemon(true);
            return daemon;
        });
        rounds = thread;
        scheduleNext(thread, properties.every().dividedBy(6));
    }

    private void scheduleNext(ScheduledExecutorService thread, Duration pause) {
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        try {
            thread.schedule(() -> round(thread), (long) (pause.toMillis() * jitter), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            log.debug("The service stops");
        }
    }

    private void round(ScheduledExecutorService thread) {
        try {
            check();
        } catch (RuntimeException defect) {
            log.error("The invariants could not be checked", defect);
        } finally {
            scheduleNext(thread, properties.every());
        }
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
