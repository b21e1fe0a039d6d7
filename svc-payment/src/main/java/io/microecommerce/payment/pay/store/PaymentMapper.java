package io.microecommerce.payment.pay.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.pay.HeldPayment;
import io.microecommerce.payment.pay.PaymentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * Each move of a payment is one statement: an UPDATE whose WHERE is the rule, and the journal row of what it moved. The number of
 * rows is that of the moved payments.
 */
@Mapper
interface PaymentMapper {

    /** The statement goes on with what changes, WHERE, and {@link #AND_RECORD}. */
    String MOVE =
            """
            WITH moved AS (
                UPDATE payment SET journal_length = journal_length + 1, updated_at = now(),""";

    /** The name of the kind comes next, and then {@link #MOVED}. */
    String AND_RECORD =
            """

                RETURNING id, journal_length, attempt, status, xid, refusal_code
            )
            INSERT INTO payment_event (payment_id, seq, attempt, kind, status, xid, detail, trace_id)
            SELECT id, journal_length, attempt,""";

    String MOVED = ", status, xid, refusal_code, #{traceId} FROM moved";

    String COLUMNS = "id, customer_id, order_id, method, amount_minor, currency, status, attempt,"
            + " lease_until > now() AS leased, refusal_code, refusal_detail, request_hash, created_at, paid_at, captured_at";

    @Select("SELECT " + COLUMNS + " FROM payment WHERE id = #{id}")
    Optional<PaymentRow> byId(String id);

    @Select("SELECT " + COLUMNS
            + " FROM payment WHERE customer_id = #{customerId} AND idempotency_key = #{idempotencyKey}")
    Optional<PaymentRow> byKey(@Param("customerId") String customerId, @Param("idempotencyKey") String idempotencyKey);

    @Insert(
            """
            WITH opened AS (
                INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                     lease_until, decide_by, idempotency_key, request_hash)
                VALUES (#{id}, #{customerId}, #{orderId}, #{method}, #{amountMinor}, #{currency}, #{status}, 1,
                        now() + #{leaseMillis} * interval '1 ms', now() + #{decideMillis} * interval '1 ms',
                        #{idempotencyKey}, #{requestHash})
                ON CONFLICT ON CONSTRAINT payment_one_per_key DO NOTHING
                RETURNING id, journal_length, attempt, status
            )
            INSERT INTO payment_event (payment_id, seq, attempt, kind, status, trace_id)
            SELECT id, journal_length, attempt, 'OPENED', status, #{traceId} FROM opened""")
    int open(
            @Param("id") String id,
            @Param("customerId") String customerId,
            @Param("orderId") String orderId,
            @Param("method") String method,
            @Param("amountMinor") long amountMinor,
            @Param("currency") String currency,
            @Param("status") String status,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis,
            @Param("idempotencyKey") String idempotencyKey,
            @Param("requestHash") String requestHash,
            @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """

                   status = 'INITIATED', attempt = attempt + 1, xid = NULL,
                   lease_until = now() + #{leaseMillis} * interval '1 ms',
                   decide_by = now() + #{decideMillis} * interval '1 ms'
             WHERE id = #{id} AND attempt = #{attempt}
               AND (status = 'EXPIRED' OR (status IN ('INITIATED', 'RELEASED') AND lease_until <= now()))"""
            + AND_RECORD
            + " 'TAKEN_OVER'"
            + MOVED)
    int takeOver(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis,
            @Param("traceId") @Nullable String traceId);

    @Select(
            """
            SELECT floor(extract(epoch FROM decide_by - now()) * 1000)::bigint
              FROM payment WHERE id = #{id} AND attempt = #{attempt}""")
    @Nullable
    Long millisToDecide(@Param("id") String id, @Param("attempt") int attempt);

    @Update(MOVE
            + """
             status = 'HELD', xid = #{xid}
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'"""
            + AND_RECORD
            + " 'HELD'"
            + MOVED)
    int hold(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("xid") String xid,
            @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'PAID', paid_at = now()
             WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'"""
            + AND_RECORD
            + " 'PAID'"
            + MOVED)
    int markPaid(@Param("id") String id, @Param("xid") String xid, @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'RELEASED'
             WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'"""
            + AND_RECORD
            + " 'RELEASED'"
            + MOVED)
    int release(@Param("id") String id, @Param("xid") String xid, @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'REFUSED', refusal_code = #{code}, refusal_detail = #{detail}
             WHERE id = #{id} AND attempt = #{attempt} AND status IN ('INITIATED', 'RELEASED')"""
            + AND_RECORD
            + " 'REFUSED'"
            + MOVED)
    int refuse(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("code") String code,
            @Param("detail") String detail,
            @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'EXPIRED'
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'"""
            + AND_RECORD
            + " 'GIVEN_UP'"
            + MOVED)
    int giveUp(@Param("id") String id, @Param("attempt") int attempt, @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'EXPIRED'
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED' AND decide_by <= now()"""
            + AND_RECORD
            + " 'EXPIRED'"
            + MOVED)
    int expire(@Param("id") String id, @Param("attempt") int attempt, @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'EXPIRED'
             WHERE status = 'INITIATED' AND decide_by <= now()"""
            + AND_RECORD
            + " 'EXPIRED'"
            + MOVED)
    int expireAll(@Param("traceId") @Nullable String traceId);

    @Update("UPDATE payment SET lease_until = now() WHERE id = #{id} AND attempt = #{attempt} AND lease_until > now()")
    int endLease(@Param("id") String id, @Param("attempt") int attempt);

    /** Each delivery is told; the first one counts. */
    @Update(
            """
            WITH seen AS (
                UPDATE payment SET event_seen_at = coalesce(event_seen_at, now()), journal_length = journal_length + 1
                 WHERE id = #{id}
                RETURNING id, journal_length, attempt
            )
            INSERT INTO payment_event (payment_id, seq, attempt, kind, trace_id)
            SELECT id, journal_length, attempt, 'EVENT_RETURNED', #{traceId} FROM seen""")
    int markEventSeen(@Param("id") String id, @Param("traceId") @Nullable String traceId);

    /**
     * Something that happened besides. Its commit does not wait for the disk, and it does not wait long for the row: a
     * payment is worth more than its journal.
     */
    @Update(
            """
            WITH quick AS (
                SELECT set_config('synchronous_commit', 'off', true), set_config('lock_timeout', '500ms', true)
            ), noted AS (
                UPDATE payment SET journal_length = journal_length + 1 FROM quick WHERE id = #{id}
                RETURNING id, journal_length
            )
            INSERT INTO payment_event (payment_id, seq, attempt, kind, xid, detail, trace_id)
            SELECT id, journal_length, #{attempt}, #{kind}, #{xid}, #{detail}, #{traceId} FROM noted""")
    int note(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("kind") String kind,
            @Param("xid") @Nullable String xid,
            @Param("detail") @Nullable String detail,
            @Param("traceId") @Nullable String traceId);

    /** It is anybody's work from now on. */
    @Update(MOVE
            + """
             status = 'INITIATED', captured_at = #{at}, lease_until = now(),
                   decide_by = now() + #{decideMillis} * interval '1 ms'
             WHERE id = #{id} AND status = 'AWAITING_PROVIDER'"""
            + AND_RECORD
            + " 'CAPTURED'"
            + MOVED)
    int capture(
            @Param("id") String id,
            @Param("at") Instant at,
            @Param("decideMillis") long decideMillis,
            @Param("traceId") @Nullable String traceId);

    @Update(MOVE
            + """
             status = 'CLOSED'
             WHERE id = #{id} AND status = 'AWAITING_PROVIDER'"""
            + AND_RECORD
            + " 'CLOSED'"
            + MOVED)
    int close(@Param("id") String id, @Param("traceId") @Nullable String traceId);

    @Update("UPDATE payment SET captured_at = #{at} WHERE id = #{id} AND status = 'CLOSED' AND captured_at IS NULL")
    int captureLate(@Param("id") String id, @Param("at") Instant at);

    /** Something that happened besides, and that commits with what it is about. */
    @Update(
            """
            WITH told AS (
                UPDATE payment SET journal_length = journal_length + 1 WHERE id = #{id}
                RETURNING id, journal_length, attempt
            )
            INSERT INTO payment_event (payment_id, seq, attempt, kind, xid, detail, trace_id)
            SELECT id, journal_length, attempt, #{kind}, #{xid}, #{detail}, #{traceId} FROM told""")
    int tell(
            @Param("id") String id,
            @Param("kind") String kind,
            @Param("xid") @Nullable String xid,
            @Param("detail") @Nullable String detail,
            @Param("traceId") @Nullable String traceId);

    /** Each attempt that did not help waits longer, up to a minute. */
    @Select("SELECT " + COLUMNS + " FROM payment"
            + " WHERE captured_at IS NOT NULL AND status IN ('INITIATED', 'EXPIRED', 'RELEASED') AND lease_until <= now()"
            + " AND (attempt = 1 OR updated_at <= now() - least(attempt, 30) * interval '2 s')"
            + " ORDER BY lease_until LIMIT #{limit}")
    List<PaymentRow> capturedUndecided(int limit);

    @Select("SELECT event_seen_at FROM payment WHERE id = #{id} AND event_seen_at IS NOT NULL")
    Optional<Instant> eventSeenAt(String id);

    @Select("SELECT " + COLUMNS + " FROM payment"
            + " WHERE paid_at IS NOT NULL AND event_seen_at IS NULL AND paid_at <= now() - #{millis} * interval '1 ms'"
            + " ORDER BY paid_at LIMIT #{limit}")
    List<PaymentRow> paidButUnseen(@Param("millis") long millis, @Param("limit") int limit);

    /** The row's {@code updated_at} stays: it tells of the last move. */
    @Update(
            """
            UPDATE payment SET idempotency_key = NULL
             WHERE id IN (
                   SELECT id FROM payment
                    WHERE idempotency_key IS NOT NULL AND status IN ('PAID', 'REFUSED', 'CLOSED')
                      AND updated_at <= now() - #{millis} * interval '1 ms'
                    ORDER BY updated_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)""")
    int forgetKeys(@Param("millis") long millis, @Param("limit") int limit);

    @Select(
            """
            <script>
            SELECT id AS payment_id, order_id, xid, status, attempt, amount_minor, currency, updated_at AS since
              FROM payment
             WHERE xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
            </script>""")
    List<HeldRow> under(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT xid FROM payment
             WHERE status = 'HELD' AND updated_at <= now() - #{millis} * interval '1 ms'
             ORDER BY updated_at LIMIT #{limit}""")
    List<String> xidsHeldFor(@Param("millis") long millis, @Param("limit") int limit);

    record HeldRow(
            String paymentId,
            String orderId,
            String xid,
            PaymentStatus status,
            int attempt,
            long amountMinor,
            String currency,
            Instant since) {

        HeldPayment toHeldPayment() {
            return new HeldPayment(paymentId, orderId, xid, status, attempt, new Money(currency, amountMinor), since);
        }
    }
}
