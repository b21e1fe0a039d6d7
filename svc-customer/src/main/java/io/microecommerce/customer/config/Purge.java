package io.microecommerce.customer.config;

import io.microecommerce.customer.account.LoginAttempts;
import io.microecommerce.customer.account.LoginLimits;
import io.microecommerce.customer.password.ResetRequests;
import io.microecommerce.customer.session.Sessions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Removes what has long ended. Ended sessions and resets stay for a while, so that a theft can be looked into. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Purge {

    /** So many rows a statement: a statement of the service has two seconds. */
    private static final int BATCH = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private final Sessions sessions;
    private final ResetRequests resets;
    private final LoginAttempts attempts;
    private final LoginLimits limits;
    private final Duration keptFor;
    private final Clock clock;

    Purge(
            Sessions sessions,
            ResetRequests resets,
            LoginAttempts attempts,
            LoginLimits limits,
            @Value("${shop.customer.purge.kept-for}") Duration keptFor,
            Clock clock) {
        if (keptFor.isNegative()) {
            throw new IllegalArgumentException("shop.customer.purge.kept-for must not be negative, was " + keptFor);
        }
        this.sessions = sessions;
        this.resets = resets;
        this.attempts = attempts;
        this.limits = limits;
        this.keptFor = keptFor;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${shop.customer.purge.interval}",
            fixedDelayString = "${shop.customer.purge.interval}")
    void purge() {
        Instant now = clock.instant();
        Instant endedBefore = now.minus(keptFor);
        try {
            int removedSessions = inBatches(limit -> sessions.purge(endedBefore, limit));
            int removedResets = inBatches(limit -> resets.purge(endedBefore, limit));
            int removedAttempts = inBatches(limit -> attempts.purge(now.minus(limits.forgottenAfter()), limit));
            log.info(
                    "Removed {} sessions, {} password resets, {} counts of login attempts",
                    removedSessions,
                    removedResets,
                    removedAttempts);
        } catch (DataAccessException | TransactionException databaseDown) {
            log.warn("The purge did not finish and will be repeated: {}", databaseDown.toString());
        }
    }

    private static int inBatches(IntUnaryOperator batch) {
        int all = 0;
        int removed;
        do {
            removed = batch.applyAsInt(BATCH);
            all += removed;
        } while (removed == BATCH);
        return all;
    }
}
