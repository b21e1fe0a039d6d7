package io.microecommerce.payment.audit.store;

import io.microecommerce.payment.audit.AuditAction;
import io.microecommerce.payment.audit.AuditCase;
import io.microecommerce.payment.audit.AuditCases;
import io.microecommerce.payment.audit.Finding;
import io.microecommerce.payment.audit.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAuditCases implements AuditCases {

    private static final String COLUMNS =
            "id, xid, payment_id, order_id, verdict, rule, why, found, tc_status, first_seen_at, last_seen_at, failure,"
                    + " closed_at, closed_by, outcome";

    private final JdbcClient jdbc;

    JdbcAuditCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AuditCase> open(String xid) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_case WHERE xid = :xid AND closed_at IS NULL")
                .param("xid", xid)
                .query((row, number) -> auditCase(row))
                .optional();
    }

    @Override
    public List<AuditCase> all(String xid) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit_case WHERE xid = :xid ORDER BY id DESC")
                .param("xid", xid)
                .query((row, number) -> auditCase(row))
                .list();
    }

    @Override
    public List<String> openXids(int limit) {
        return jdbc.sql("SELECT xid FROM audit_case WHERE closed_at IS NULL ORDER BY id LIMIT :limit")
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    @Override
    public AuditCase record(Finding finding) {
        return jdbc.sql(
                        """
                        INSERT INTO audit_case (xid, payment_id, order_id, verdict, rule, why, found, tc_status)
                        VALUES (:xid, :paymentId, :orderId, :verdict, :rule, :why, :found, :tcStatus)
                        ON CONFLICT (xid) WHERE closed_at IS NULL DO UPDATE
                           SET payment_id = coalesce(excluded.payment_id, audit_case.payment_id),
                               order_id = coalesce(excluded.order_id, audit_case.order_id),
                               verdict = excluded.verdict, rule = excluded.rule, why = excluded.why,
                               found = excluded.found, tc_status = excluded.tc_status, last_seen_at = now(),
                               failure = CASE WHEN audit_case.verdict = excluded.verdict THEN audit_case.failure END
                        RETURNING\s"""
                                + COLUMNS)
                .param("xid", finding.xid())
                .param("paymentId", finding.paymentId())
                .param("orderId", finding.orderId())
                .param("verdict", finding.verdict().kind().name())
                .param("rule", finding.verdict().rule().name())
                .param("why", finding.verdict().why())
                .param("found", finding.inWords())
                .param("tcStatus", finding.coordinator().name())
                .query((row, number) -> auditCase(row))
                .single();
    }

    @Override
    public void failed(long caseId, String failure) {
        jdbc.sql("UPDATE audit_case SET failure = :failure WHERE id = :id")
                .param("id", caseId)
                .param("failure", failure)
                .update();
    }

    @Override
    public void acted(
            long caseId, String actor, String action, String rule, String reason, String found, String result) {
        jdbc.sql(
                        """
                        INSERT INTO audit_action (case_id, actor, action, rule, reason, found, result)
                        VALUES (:caseId, :actor, :action, :rule, :reason, :found, :result)""")
                .param("caseId", caseId)
                .param("actor", actor)
                .param("action", action)
                .param("rule", rule)
                .param("reason", reason)
                .param("found", found)
                .param("result", result)
                .update();
    }

    @Override
    public void close(long caseId, String closedBy, String outcome) {
        jdbc.sql(
                        """
                        UPDATE audit_case
                           SET closed_at = now(), closed_by = :closedBy, outcome = :outcome, failure = NULL
                         WHERE id = :id AND closed_at IS NULL""")
                .param("id", caseId)
                .param("closedBy", closedBy)
                .param("outcome", outcome)
                .update();
    }

    @Override
    public List<AuditAction> actions(long caseId) {
        return jdbc.sql(
                        """
                        SELECT at, actor, action, rule, reason, found, result
                          FROM audit_action WHERE case_id = :caseId ORDER BY id""")
                .param("caseId", caseId)
                .query((row, number) -> new AuditAction(
                        Objects.requireNonNull(instant(row, "at")),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("rule"),
                        row.getString("reason"),
                        row.getString("found"),
                        row.getString("result")))
                .list();
    }

    @Override
    public Map<Verdict.Kind, Long> openByVerdict() {
        Map<Verdict.Kind, Long> counts = new EnumMap<>(Verdict.Kind.class);
        jdbc.sql("SELECT verdict, count(*) AS cases FROM audit_case WHERE closed_at IS NULL GROUP BY verdict")
                .query((row, number) ->
                        counts.put(Verdict.Kind.valueOf(row.getString("verdict")), row.getLong("cases")))
                .list();
        return counts;
    }

    @Override
    public long failing() {
        return jdbc.sql("SELECT count(*) FROM audit_case WHERE closed_at IS NULL AND failure IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private static AuditCase auditCase(ResultSet row) throws SQLException {
        return new AuditCase(
                row.getLong("id"),
                row.getString("xid"),
                row.getString("payment_id"),
                row.getString("order_id"),
                new Verdict(
                        Verdict.Kind.valueOf(row.getString("verdict")),
                        Verdict.Rule.valueOf(row.getString("rule")),
                        row.getString("why")),
                row.getString("found"),
                row.getString("tc_status"),
                Objects.requireNonNull(instant(row, "first_seen_at")),
                Objects.requireNonNull(instant(row, "last_seen_at")),
                row.getString("failure"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("outcome"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
