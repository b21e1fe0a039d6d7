package io.microecommerce.service.mq;

import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a consumer idempotent: the row that says "this event has had this effect" commits together with the effect, and later
 * counts the deliveries that did nothing. The table is {@code inbox(event_id, kind, applied_at, deliveries, last_delivered_at)}
 * with the primary key {@code (event_id, kind)} in the service's own database.
 */
public final class Inbox {

    /** Counts the effects that happened, by kind. */
    private static final String APPLIED = "shop.inbox.applied";

    /** Counts what was kept from happening twice. */
    private static final String DUPLICATES = "shop.inbox.duplicates";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Inbox(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Runs the effect unless it was applied before. A concurrent second delivery waits for the first to commit.
     *
     * @param eventId identity of the event, the same in every delivery
     * @param kind what the effect is; one event has several consumers
     * @param effect writes to this service's own database only; what it throws rolls both back
     * @return whether the effect was applied by this call
     */
    public boolean applyOnce(String eventId, String kind, Runnable effect) {
        Boolean applied = transactions.execute(status -> {
            boolean first = jdbc.sql(
                                    """
                                    INSERT INTO inbox (event_id, kind) VALUES (:eventId, :kind)
                                    ON CONFLICT (event_id, kind)
                                    DO UPDATE SET deliveries = inbox.deliveries + 1, last_delivered_at = now()
                                    RETURNING deliveries""")
                            .param("eventId", eventId)
                            .param("kind", kind)
                            .query(Integer.class)
                            .single()
                    == 1;
            if (first) {
                effect.run();
            }
            return first;
        });
        boolean first = Boolean.TRUE.equals(applied);
        // Both are there from the first delivery on, so that the first duplicate is seen as an increase.
        Metrics.counter(APPLIED, "kind", kind).increment(first ? 1 : 0);
        Metrics.counter(DUPLICATES, "kind", kind).increment(first ? 0 : 1);
        return first;
    }

    /** When this event had this effect; empty if it has not. */
    public Optional<Instant> appliedAt(String eventId, String kind) {
        return jdbc.sql("SELECT applied_at FROM inbox WHERE event_id = :eventId AND kind = :kind")
                .param("eventId", eventId)
                .param("kind", kind)
                .query((row, number) ->
                        row.getObject("applied_at", OffsetDateTime.class).toInstant())
                .optional();
    }
}
