package io.microecommerce.service.deadletter;

import io.microecommerce.api.deadletter.DeadLetterQuery;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code dead_letter} and {@code dead_letter_action} in the service's own database. */
final class DeadLetters {

    private static final String COLUMNS =
            "id, consumer_group, message_id, topic, tag, keys, body, body_bytes, deliveries, born_at, arrived_at,"
                    + " last_error, state, redrives, resolved_at, resolved_by, reason";

    private final JdbcClient jdbc;

    DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new: a letter that is delivered again finds its row, whatever has become of that */
    boolean store(DeadLetter letter) {
        return jdbc.sql(
                                """
                                INSERT INTO dead_letter (id, consumer_group, message_id, topic, tag, keys, body,
                                                         body_bytes, deliveries, born_at, last_error)
                                VALUES (:id, :group, :messageId, :topic, :tag, :keys, :body,
                                        :bodyBytes, :deliveries, :bornAt, :lastError)
                                ON CONFLICT DO NOTHING""")
                        .param("id", letter.id())
                        .param("group", letter.group())
                        .param("messageId", letter.messageId())
                        .param("topic", letter.topic())
                        .param("tag", letter.tag(), Types.VARCHAR)
                        .param("keys", letter.keys(), Types.VARCHAR)
                        .param("body", letter.body())
                        .param("bodyBytes", letter.bodyBytes())
                        .param("deliveries", letter.deliveries())
                        .param("bornAt", OffsetDateTime.ofInstant(letter.bornAt(), ZoneOffset.UTC))
                        .param("lastError", letter.lastError(), Types.VARCHAR)
                        .update()
                == 1;
    }

    List<DeadLetter> newest(DeadLetterQuery query) {
        DeadLetterState state = query.state();
        return jdbc.sql("SELECT " + COLUMNS + " FROM dead_letter"
                        + " WHERE (:state::text IS NULL OR state = :state)"
                        + " AND (:group::text IS NULL OR consumer_group = :group)"
                        + " AND (:beforeId::text IS NULL OR (arrived_at, id) < (:beforeAt::timestamptz, :beforeId))"
                        + " ORDER BY arrived_at DESC, id DESC LIMIT :size")
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("group", query.group(), Types.VARCHAR)
                .param("beforeId", query.beforeId(), Types.VARCHAR)
                .param("beforeAt", at(query.beforeAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("size", query.size())
                .query(DeadLetters::letter)
                .list();
    }

    /** Ids, the oldest first. */
    List<String> open(String group, int size) {
        return jdbc.sql("SELECT id FROM dead_letter WHERE state = 'OPEN' AND consumer_group = :group"
                        + " ORDER BY arrived_at, id LIMIT :size")
                .param("group", group)
                .param("size", size)
                .query(String.class)
                .list();
    }

    int countOpen(String group) {
        return jdbc.sql("SELECT count(*) FROM dead_letter WHERE state = 'OPEN' AND consumer_group = :group")
                .param("group", group)
                .query(Integer.class)
                .single();
    }

    Optional<DeadLetter> find(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dead_letter WHERE id = :id")
                .param("id", id)
                .query(DeadLetters::letter)
                .optional();
    }

    /** Until the transaction ends nobody else settles it. */
    Optional<DeadLetter> lock(String id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM dead_letter WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(DeadLetters::letter)
                .optional();
    }

    /** OPEN to REDRIVEN or DISCARDED. */
    void resolve(String id, DeadLetterState to, String staffId, @Nullable String reason) {
        int resolved = jdbc.sql(
                        """
                        UPDATE dead_letter
                           SET state = :state, resolved_at = now(), resolved_by = :staff, reason = :reason,
                               redrives = redrives + CASE WHEN :state = 'REDRIVEN' THEN 1 ELSE 0 END
                         WHERE id = :id AND state = 'OPEN'""")
                .param("id", id)
                .param("state", to.name())
                .param("staff", staffId)
                .param("reason", reason, Types.VARCHAR)
                .update();
        if (resolved != 1) {
            throw new IllegalStateException("Dead letter " + id + " is not open");
        }
    }

    /** A redrive failed; the letter stays as it is, open or, if somebody was faster, settled. */
    void failed(String id, String error) {
        jdbc.sql("UPDATE dead_letter SET redrives = redrives + 1, last_error = :error WHERE id = :id")
                .param("id", id)
                .param("error", error)
                .update();
    }

    void record(
            String id, String action, String outcome, String staffId, @Nullable String reason, @Nullable String error) {
        jdbc.sql(
                        """
                        INSERT INTO dead_letter_action (letter_id, action, outcome, staff_id, reason, error)
                        VALUES (:id, :action, :outcome, :staff, :reason, :error)""")
                .param("id", id)
                .param("action", action)
                .param("outcome", outcome)
                .param("staff", staffId)
                .param("reason", reason, Types.VARCHAR)
                .param("error", error, Types.VARCHAR)
                .update();
    }

    List<Action> actions(String id) {
        return jdbc.sql("SELECT action, outcome, staff_id, reason, error, at FROM dead_letter_action"
                        + " WHERE letter_id = :id ORDER BY id")
                .param("id", id)
                .query((row, number) -> new Action(
                        row.getString("action"),
                        row.getString("outcome"),
                        row.getString("staff_id"),
                        row.getString("reason"),
                        row.getString("error"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getString("id"),
                row.getString("consumer_group"),
                row.getString("message_id"),
                row.getString("topic"),
                row.getString("tag"),
                row.getString("keys"),
                row.getBytes("body"),
                row.getInt("body_bytes"),
                row.getInt("deliveries"),
                row.getObject("born_at", OffsetDateTime.class).toInstant(),
                row.getObject("arrived_at", OffsetDateTime.class).toInstant(),
                row.getString("last_error"),
                DeadLetterState.valueOf(row.getString("state")),
                row.getInt("redrives"),
                instant(row, "resolved_at"),
                row.getString("resolved_by"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
