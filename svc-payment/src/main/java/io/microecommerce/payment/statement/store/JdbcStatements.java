package io.microecommerce.payment.statement.store;

import io.microecommerce.payment.provider.StatementLine;
import io.microecommerce.payment.statement.Pair;
import io.microecommerce.payment.statement.Statement;
import io.microecommerce.payment.statement.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStatements implements Statements {

    private static final int ROWS_AT_ONCE = 500;

    private static final String SELECT =
            """
            SELECT s.day, s.compared_at, s.lines, s.attempts, s.last_error,
                   count(d.id) FILTER (WHERE d.resolved_at IS NULL) AS open, count(d.id) AS found
              FROM provider_statement s LEFT JOIN statement_difference d ON d.day = s.day
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcStatements(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void await(LocalDate upTo) {
        jdbc.sql(
                        """
                        INSERT INTO provider_statement (day)
                        SELECT day::date FROM generate_series(
                            coalesce((SELECT max(day) + 1 FROM provider_statement), :upTo)::timestamp, :upTo::timestamp,
                            interval '1 day') AS day
                        ON CONFLICT DO NOTHING""")
                .param("upTo", upTo)
                .update();
    }

    @Override
    public List<LocalDate> toFetch(int limit) {
        return jdbc
                .sql(
                        """
                        UPDATE provider_statement
                           SET attempts = attempts + 1,
                               next_try_at = now() + least(power(2, least(attempts, 6)), 60) * interval '1 min'
                         WHERE day IN (SELECT day FROM provider_statement WHERE next_try_at <= now()
                                        ORDER BY day LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING day""")
                .param("limit", limit)
                .query(LocalDate.class)
                .list()
                .stream()
                .sorted()
                .toList();
    }

    @Override
    public void failed(LocalDate day, String error) {
        jdbc.sql(
                        "UPDATE provider_statement SET last_error = left(:error, 500) WHERE day = :day AND compared_at IS NULL")
                .param("day", day)
                .param("error", error)
                .update();
    }

    @Override
    public boolean keep(LocalDate day, List<StatementLine> lines) {
        int kept = jdbc.sql(
                        """
                        UPDATE provider_statement
                           SET compared_at = now(), next_try_at = NULL, last_error = NULL, lines = :lines
                         WHERE day = :day AND compared_at IS NULL""")
                .param("day", day)
                .param("lines", lines.size())
                .update();
        if (kept == 0) {
            return false;
        }
        List<Object[]> rows = new ArrayList<>();
        for (StatementLine line : lines) {
            rows.add(new Object[] {
                day,
                rows.size() + 1,
                line.kind().name(),
                line.subject(),
                line.providerId(),
                line.amount().minor(),
                line.amount().currency(),
                line.state().name()
            });
        }
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            batches.batchUpdate(
                    """
                    INSERT INTO provider_statement_line (day, line, kind, subject, provider_id, amount_minor, currency, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE)));
        }
        return true;
    }

    @Override
    public List<Pair> pairs(LocalDate day) {
        return jdbc.sql(PairRows.OF_DAY)
                .param("day", day)
                .param("from", startOf(day.minusDays(CATCH_UP_DAYS)))
                .param("to", startOf(day.plusDays(1)))
                .param("zone", PairRows.ZONE.getId())
                .query(PairRows::pair)
                .list();
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(PairRows.ZONE).toOffsetDateTime();
    }

    @Override
    public Optional<LocalDate> oldestAwaited() {
        return jdbc.sql("SELECT day FROM provider_statement WHERE next_try_at IS NOT NULL ORDER BY day LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    @Override
    public List<Statement> newest(@Nullable LocalDate before, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                         WHERE CAST(:before AS date) IS NULL OR s.day < CAST(:before AS date)
                         GROUP BY s.day ORDER BY s.day DESC LIMIT :limit""")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> statement(row))
                .list();
    }

    @Override
    public Optional<Statement> byDay(LocalDate day) {
        return jdbc.sql(SELECT + " WHERE s.day = :day GROUP BY s.day")
                .param("day", day)
                .query((row, number) -> statement(row))
                .optional();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                Moments.at(row, "compared_at"),
                row.getInt("lines"),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getLong("open"),
                row.getLong("found"));
    }
}
