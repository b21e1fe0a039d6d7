package io.microecommerce.e2e.chaos.check;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the services themselves have written down to explain what happened, held against what did. */
final class Explanations {

    private static final String HISTORY_OF_THE_ORDER =
            """
            SELECT format('Order %s is %s, its history tells %s times of its payment.', o.id, o.status, count(h.order_id))
              FROM orders o LEFT JOIN order_history h ON h.order_id = o.id AND h.to_status = 'PAID' AND h.actor = 'PAYMENT'
             WHERE o.id = ANY (?)
             GROUP BY o.id, o.status, o.paid_at
            HAVING count(h.order_id) <> CASE WHEN o.paid_at IS NULL THEN 0 ELSE 1 END""";

    private static final String WHO_PAID_BY_THE_HISTORY =
            """
            SELECT format('Order %s names payment %s, its history payment %s.', o.id, o.payment_id, h.actor_id)
              FROM orders o JOIN order_history h ON h.order_id = o.id AND h.to_status = 'PAID' AND h.actor = 'PAYMENT'
             WHERE o.id = ANY (?) AND h.actor_id IS DISTINCT FROM o.payment_id""";

    private static final String JOURNAL_ENDS_WHERE_THE_PAYMENT_STANDS =
            """
            SELECT format('Payment %s is %s, its journal ends at %s.', p.id, p.status, coalesce(e.status, 'nothing'))
              FROM payment p
              LEFT JOIN (SELECT DISTINCT ON (payment_id) payment_id, status FROM payment_event
                          WHERE status IS NOT NULL ORDER BY payment_id, seq DESC) e ON e.payment_id = p.id
             WHERE p.id = ANY (?) AND e.status IS DISTINCT FROM p.status""";

    private static final String JOURNAL_HAS_NO_GAP =
            """
            SELECT format('The journal of payment %s has %s entries, the last is number %s.', payment_id, count(*), max(seq))
              FROM payment_event WHERE payment_id = ANY (?)
             GROUP BY payment_id HAVING count(*) <> max(seq)""";

    private Explanations() {}

    /** None is expected: no effect of the campaign's events fails for ever, so whatever still lies there lacks an explanation. */
    static List<String> unexplainedDeadLetters(List<Connection> databases, Instant since) throws SQLException {
        List<String> letters = new ArrayList<>();
        for (Connection database : databases) {
            try (PreparedStatement statement = database.prepareStatement(
                    "SELECT format('Dead letter %s of %s: %s', id, consumer_group, last_error) FROM dead_letter"
                            + " WHERE state = 'OPEN' AND arrived_at >= ?")) {
                statement.setTimestamp(1, Timestamp.from(since));
                letters.addAll(SnapshotReader.strings(statement));
            }
        }
        return letters;
    }

    /** The history of each order and the journal of each payment against their rows. */
    static List<String> contradictedTimelines(
            Connection payment, Connection order, Collection<String> paymentIds, Collection<String> orderIds)
            throws SQLException {
        List<String> contradictions = new ArrayList<>();
        contradictions.addAll(SnapshotReader.strings(order, HISTORY_OF_THE_ORDER, orderIds));
        contradictions.addAll(SnapshotReader.strings(order, WHO_PAID_BY_THE_HISTORY, orderIds));
        contradictions.addAll(SnapshotReader.strings(payment, JOURNAL_ENDS_WHERE_THE_PAYMENT_STANDS, paymentIds));
        contradictions.addAll(SnapshotReader.strings(payment, JOURNAL_HAS_NO_GAP, paymentIds));
        return contradictions;
    }
}
