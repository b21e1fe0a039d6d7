package io.microecommerce.payment.audit.store;

import io.microecommerce.api.payment.TransactionView;
import io.microecommerce.payment.audit.TransactionRow;
import io.microecommerce.payment.audit.Transactions;
import io.microecommerce.payment.audit.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTransactions implements Transactions {

    private static final String ALL =
            """
            WITH listed AS (
                SELECT 'payment-' || p.id AS key, p.xid, p.id AS payment_id, p.order_id, p.status AS payment_status,
                       p.attempt, p.updated_at AS since, NULL AS verdict, false AS closed, 'IN_FLIGHT' AS state
                  FROM payment p
                 WHERE p.status IN ('INITIATED', 'HELD')
                   AND NOT EXISTS (SELECT FROM audit_case c WHERE c.xid = p.xid AND c.closed_at IS NULL)
                UNION ALL
                SELECT 'refund-' || r.id, r.xid, r.payment_id, r.order_id, r.status, r.attempt, r.updated_at, NULL, false, 'IN_FLIGHT'
                  FROM refund r
                 WHERE r.status IN ('INITIATED', 'HELD')
                   AND NOT EXISTS (SELECT FROM audit_case c WHERE c.xid = r.xid AND c.closed_at IS NULL)
                UNION ALL
                SELECT 'case-' || c.id, c.xid, c.payment_id, c.order_id, NULL, 0, c.first_seen_at, c.verdict,
                       c.closed_at IS NOT NULL,
                       CASE WHEN c.closed_at IS NOT NULL THEN 'CLOSED'
                            WHEN c.verdict = 'WAIT' THEN 'STUCK'
                            WHEN c.verdict = 'PAGE' THEN 'PAGED'
                            ELSE 'ORPHAN' END
                  FROM audit_case c)
            SELECT key, xid, payment_id, order_id, payment_status, attempt, since, verdict, closed FROM listed
            """;

    private final JdbcClient jdbc;

    JdbcTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TransactionRow> newest(
            TransactionView.@Nullable State state,
            @Nullable Instant beforeMoment,
            @Nullable String beforeKey,
            int limit) {
        return jdbc.sql(
                        ALL
                                + """
                         WHERE (CAST(:state AS text) IS NULL OR state = :state)
                           AND (CAST(:moment AS timestamptz) IS NULL
                                OR (since, key) < (CAST(:moment AS timestamptz), CAST(:key AS text)))
                         ORDER BY since DESC, key DESC LIMIT :limit""")
                .param("state", state == null ? null : state.name())
                .param("moment", beforeMoment == null ? null : beforeMoment.atOffset(ZoneOffset.UTC))
                .param("key", beforeKey)
                .param("limit", limit)
                .query((row, number) -> row(row))
                .list();
    }

    @Override
    public List<TransactionRow> underWay(String xid) {
        return jdbc.sql(ALL + " WHERE xid = :xid AND payment_status IS NOT NULL")
                .param("xid", xid)
                .query((row, number) -> row(row))
                .list();
    }

    private static TransactionRow row(ResultSet row) throws SQLException {
        String verdict = row.getString("verdict");
        return new TransactionRow(
                row.getString("key"),
                row.getString("xid"),
                row.getString("payment_id"),
                row.getString("order_id"),
                row.getString("payment_status"),
                row.getInt("attempt"),
                Objects.requireNonNull(row.getObject("since", OffsetDateTime.class))
                        .toInstant(),
                verdict == null ? null : Verdict.Kind.valueOf(verdict),
                row.getBoolean("closed"));
    }
}
