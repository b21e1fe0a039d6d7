package io.microecommerce.service.tcc;

import io.microecommerce.api.branch.FenceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of Seata's fence, read and changed past Seata: for what Seata has forgotten. Seata writes its times by the JVM's clock
 * and time zone; the session has the same zone.
 */
public final class FenceRows {

    /** A row that Seata did not write has no branch; its branch ids are positive. */
    static final long NO_BRANCH = 0;

    private static final Map<FenceState, Integer> STATUS = new EnumMap<>(
            Map.of(FenceState.TRIED, 1, FenceState.COMMITTED, 2, FenceState.ROLLED_BACK, 3, FenceState.SUSPENDED, 4));

    private final JdbcClient jdbc;

    FenceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(String xid, String action, FenceState state, Instant since) {}

    List<Row> of(Collection<String> xids) {
        return select("xid IN (:xids) ORDER BY branch_id", xids);
    }

    /** The same, and nobody changes them until the transaction ends. */
    List<Row> lock(String xid) {
        return select("xid IN (:xids) ORDER BY branch_id FOR UPDATE", List.of(xid));
    }

    List<String> triedFor(Duration atLeast, int limit) {
        return jdbc.sql(
                        """
                        SELECT xid FROM tcc_fence_log
                         WHERE status = 1 AND gmt_create <= localtimestamp - :millis * interval '1 ms'
                         ORDER BY gmt_create LIMIT :limit""")
                .param("millis", atLeast.toMillis())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** How long the oldest Try has been waiting for its Confirm or Cancel; zero if none waits. */
    public Duration oldestTried() {
        Long millis = jdbc.sql(
                        """
                        SELECT floor(extract(epoch FROM localtimestamp - min(gmt_create)) * 1000)::bigint
                          FROM tcc_fence_log WHERE status = 1""")
                .query(Long.class)
                .optional()
                .orElse(0L);
        return Duration.ofMillis(Math.max(0, millis));
    }

    /** @return whether a row stood there */
    boolean move(String xid, FenceState from, FenceState to) {
        return jdbc.sql(
                                """
                                UPDATE tcc_fence_log SET status = :to, gmt_modified = localtimestamp
                                 WHERE xid = :xid AND status = :from""")
                        .param("xid", xid)
                        .param("from", STATUS.get(from))
                        .param("to", STATUS.get(to))
                        .update()
                > 0;
    }

    void insert(String xid, String action, FenceState state) {
        jdbc.sql(
                        """
                        INSERT INTO tcc_fence_log (xid, branch_id, action_name, status, gmt_create, gmt_modified)
                        VALUES (:xid, :branch, :action, :status, localtimestamp, localtimestamp)""")
                .param("xid", xid)
                .param("branch", NO_BRANCH)
                .param("action", action)
                .param("status", STATUS.get(state))
                .update();
    }

    private List<Row> select(String where, Collection<String> xids) {
        return jdbc.sql("SELECT xid, action_name, status, gmt_create AT TIME ZONE current_setting('TimeZone') AS since"
                        + " FROM tcc_fence_log WHERE " + where)
                .param("xids", xids)
                .query((row, number) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime since = Objects.requireNonNull(row.getObject("since", OffsetDateTime.class));
        return new Row(
                row.getString("xid"), row.getString("action_name"), state(row.getInt("status")), since.toInstant());
    }

    private static FenceState state(int status) {
        return STATUS.entrySet().stream()
                .filter(known -> known.getValue() == status)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FenceState.CONFLICTING);
    }
}
