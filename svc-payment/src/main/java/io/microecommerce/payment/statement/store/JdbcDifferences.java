package io.microecommerce.payment.statement.store;

import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.statement.Difference;
import io.microecommerce.payment.statement.DifferenceKind;
import io.microecommerce.payment.statement.Differences;
import io.microecommerce.payment.statement.Pair;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDifferences implements Differences {

    private static final String COLUMNS =
            "id, day, kind, subject, there, here, found_at, paged_at, resolved_at, resolved_by, reason";

    private final JdbcClient jdbc;

    JdbcDifferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void record(DifferenceKind kind, Pair pair) {
        jdbc.sql(
                        """
                        INSERT INTO statement_difference (day, kind, subject, there, here)
                        VALUES (:day, :kind, :subject, :there, :here)
                        ON CONFLICT ON CONSTRAINT statement_difference_once DO NOTHING""")
                .param("day", pair.day())
                .param("kind", kind.name())
                .param("subject", pair.subject())
                .param("there", pair.thereInWords())
                .param("here", pair.hereInWords())
                .update();
    }

    @Override
    public List<Difference> toLookAt(int limit) {
        return jdbc.sql(
                        """
                        UPDATE statement_difference SET looked_at = now()
                         WHERE id IN (SELECT id FROM statement_difference WHERE resolved_at IS NULL
                                       ORDER BY looked_at NULLS FIRST, id LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING\s"""
                                + COLUMNS)
                .param("limit", limit)
                .query((row, number) -> difference(row))
                .list();
    }

    @Override
    public Pair pair(Difference difference) {
        boolean capture = difference.kind().about() == StatementLine.Kind.CAPTURE;
        return jdbc.sql(capture ? PairRows.OF_CAPTURE : PairRows.OF_REFUND)
                .param("subject", difference.subject())
                .param("day", difference.day())
                .query(PairRows::pair)
                .single();
    }

    @Override
    public void seen(long id, Pair pair) {
        jdbc.sql("UPDATE statement_difference SET there = :there, here = :here WHERE id = :id AND resolved_at IS NULL")
                .param("id", id)
                .param("there", pair.thereInWords())
                .param("here", pair.hereInWords())
                .update();
    }

    @Override
    public boolean resolve(long id, String by, String reason) {
        return jdbc.sql(
                                """
                        UPDATE statement_difference SET resolved_at = now(), resolved_by = :by, reason = :reason
                         WHERE id = :id AND resolved_at IS NULL""")
                        .param("id", id)
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    @Override
    public List<Difference> page(Duration openFor) {
        return jdbc.sql(
                        """
                        UPDATE statement_difference d SET paged_at = now()
                         WHERE resolved_at IS NULL AND paged_at IS NULL AND found_at <= now() - :millis * interval '1 ms'
                           AND (kind <> 'REFUND_MISSING_THERE' OR EXISTS (
                                SELECT FROM provider_statement s WHERE s.day > d.day AND s.compared_at IS NOT NULL))
                        RETURNING\s"""
                                + COLUMNS)
                .param("millis", openFor.toMillis())
                .query((row, number) -> difference(row))
                .list();
    }

    @Override
    public long paged() {
        return jdbc.sql("SELECT count(*) FROM statement_difference WHERE resolved_at IS NULL AND paged_at IS NOT NULL")
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Difference> byId(LocalDate day, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM statement_difference WHERE id = :id AND day = :day")
                .param("id", id)
                .param("day", day)
                .query((row, number) -> difference(row))
                .optional();
    }

    @Override
    public List<Difference> of(LocalDate day, int limit) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM statement_difference WHERE day = :day ORDER BY resolved_at IS NOT NULL, id LIMIT :limit")
                .param("day", day)
                .param("limit", limit)
                .query((row, number) -> difference(row))
                .list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                DifferenceKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("there"),
                row.getString("here"),
                Objects.requireNonNull(Moments.at(row, "found_at")),
                Moments.at(row, "paged_at"),
                Moments.at(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("reason"));
    }
}
