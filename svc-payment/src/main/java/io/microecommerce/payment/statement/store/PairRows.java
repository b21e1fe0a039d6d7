package io.microecommerce.payment.statement.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.ProviderStatements;
import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.statement.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How statement lines and our rows are put side by side. */
final class PairRows {

    static final ZoneId ZONE = ProviderStatements.ZONE;

    /** What was captured; or of what was not, what was asked for. A capture that was never asked for has a row, too. */
    private static final String HERE_CAPTURE =
            """
            c.id AS here, c.state AS here_state, coalesce(c.captured_minor, c.amount_minor) AS here_minor,
            coalesce(c.captured_currency, c.currency) AS here_currency, c.transaction_id AS here_id""";

    private static final String HERE_REFUND =
            """
            r.id AS here, r.state AS here_state, r.amount_minor AS here_minor, r.currency AS here_currency,
            r.provider_refund_id AS here_id""";

    private static final String THERE =
            """
            l.subject AS there, l.state AS there_state, l.amount_minor AS there_minor, l.currency AS there_currency,
            l.provider_id AS there_id""";

    private static final String NOWHERE =
            """
            NULL AS there, NULL AS there_state, NULL::bigint AS there_minor, NULL AS there_currency, NULL AS there_id""";

    /** Parameters day, zone, and from, to: the moments between which our own rows are looked for. */
    static final String OF_DAY =
            """
            SELECT l.kind, l.subject, l.day, %1$s, %2$s
              FROM provider_statement_line l LEFT JOIN charge c ON c.id = l.subject
             WHERE l.day = :day AND l.kind = 'CAPTURE'
            UNION ALL
            SELECT l.kind, l.subject, l.day, %1$s, %3$s
              FROM provider_statement_line l LEFT JOIN provider_refund r ON r.id = l.subject
             WHERE l.day = :day AND l.kind = 'REFUND'
            UNION ALL
            SELECT 'CAPTURE', c.id, s.day, %4$s, %2$s
              FROM charge c JOIN provider_statement s ON s.day = (c.captured_at AT TIME ZONE :zone)::date
             WHERE c.captured_at >= :from AND c.captured_at < :to AND s.compared_at IS NOT NULL
               AND NOT EXISTS (SELECT FROM provider_statement_line l WHERE l.subject = c.id AND l.kind = 'CAPTURE')
            UNION ALL
            SELECT 'REFUND', r.id, s.day, %4$s, %3$s
              FROM provider_refund r JOIN provider_statement s ON s.day = (r.queued_at AT TIME ZONE :zone)::date
             WHERE r.queued_at >= :from AND r.queued_at < :to AND s.compared_at IS NOT NULL AND r.provider_refund_id <> ''
               AND NOT EXISTS (SELECT FROM provider_statement_line l WHERE l.subject = r.id AND l.kind = 'REFUND')"""
                    .formatted(THERE, HERE_CAPTURE, HERE_REFUND, NOWHERE);

    /** Parameters day, subject. Of several statements that name it, that of its day comes first. */
    static final String OF_CAPTURE = ofSubject("CAPTURE", HERE_CAPTURE, "charge c ON c.id = d.subject");

    static final String OF_REFUND = ofSubject("REFUND", HERE_REFUND, "provider_refund r ON r.id = d.subject");

    private PairRows() {}

    private static String ofSubject(String kind, String here, String joined) {
        return """
               SELECT '%1$s' AS kind, d.subject, d.day, %2$s, %3$s
                 FROM (SELECT :subject::text AS subject, :day::date AS day) d
                 LEFT JOIN provider_statement_line l ON l.subject = d.subject AND l.kind = '%1$s'
                 LEFT JOIN %4$s
                ORDER BY l.day IS DISTINCT FROM d.day, l.day, l.line LIMIT 1"""
                .formatted(kind, THERE, here, joined);
    }

    static Pair pair(ResultSet row, int number) throws SQLException {
        return new Pair(
                StatementLine.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                side(row, "there"),
                side(row, "here"));
    }

    private static Pair.@Nullable Side side(ResultSet row, String side) throws SQLException {
        if (row.getString(side) == null) {
            return null;
        }
        return new Pair.Side(
                row.getString(side + "_state"),
                new Money(row.getString(side + "_currency"), row.getLong(side + "_minor")),
                row.getString(side + "_id"));
    }
}
