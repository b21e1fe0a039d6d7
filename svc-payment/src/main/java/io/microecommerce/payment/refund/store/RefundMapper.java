package io.microecommerce.payment.refund.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.payment.refund.HeldRefund;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** Each move of a refund is one statement, an UPDATE whose WHERE is the rule; it returns what the journal tells of it. */
@Mapper
interface RefundMapper {

    String COLUMNS =
            "id, payment_id, order_id, customer_id, method, amount_minor, currency, payment_xid, by_staff, reason,"
                    + " order_was, status, attempt, lease_until > now() AS leased, refusal_code, refusal_detail, request_hash,"
                    + " created_at, given_at, done_at, xid, updated_at";

    String MOVED = " RETURNING id, payment_id, attempt, xid, method";

    @Select("SELECT " + COLUMNS + " FROM refund WHERE id = #{id}")
    Optional<RefundRow> byId(String id);

    @Select("SELECT " + COLUMNS + " FROM refund WHERE asked_by = #{askedBy} AND idempotency_key = #{idempotencyKey}")
    Optional<RefundRow> byKey(@Param("askedBy") String askedBy, @Param("idempotencyKey") String idempotencyKey);

    @Select("SELECT " + COLUMNS
            + " FROM refund WHERE payment_id = #{paymentId}"
            + " ORDER BY status IN ('INITIATED', 'HELD', 'GIVEN', 'DONE') DESC, created_at DESC, id LIMIT 1")
    Optional<RefundRow> ofPayment(String paymentId);

    /** What it gives back is read where the payment stands, and only if that is PAID. */
    @Select(
            value =
                    """
                    INSERT INTO refund (id, payment_id, order_id, customer_id, method, amount_minor, currency, payment_xid,
                                        asked_by, by_staff, reason, order_was, status, lease_until, decide_by,
                                        idempotency_key, request_hash)
                    SELECT #{id}, p.id, p.order_id, p.customer_id, p.method, p.amount_minor, p.currency, p.xid,
                           #{askedBy}, #{byStaff}, #{reason}, #{orderWas}, 'INITIATED',
                           now() + #{leaseMillis} * interval '1 ms', now() + #{decideMillis} * interval '1 ms',
                           #{idempotencyKey}, #{requestHash}
                      FROM payment p WHERE p.id = #{paymentId} AND p.status = 'PAID'"""
                            + MOVED,
            affectData = true)
    Optional<Moved> open(
            @Param("id") String id,
            @Param("paymentId") String paymentId,
            @Param("askedBy") String askedBy,
            @Param("byStaff") boolean byStaff,
            @Param("reason") String reason,
            @Param("orderWas") OrderStatus orderWas,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis,
            @Param("idempotencyKey") String idempotencyKey,
            @Param("requestHash") String requestHash);

    @Select(
            value =
                    """
                    UPDATE refund
                       SET status = 'INITIATED', attempt = attempt + 1, xid = NULL, updated_at = now(),
                           lease_until = now() + #{leaseMillis} * interval '1 ms',
                           decide_by = now() + #{decideMillis} * interval '1 ms'
                     WHERE id = #{id} AND attempt = #{attempt}
                       AND (status = 'EXPIRED' OR (status IN ('INITIATED', 'RELEASED') AND lease_until <= now()))"""
                            + MOVED,
            affectData = true)
    Optional<Moved> takeOver(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis);

    @Select(
            """
            SELECT floor(extract(epoch FROM decide_by - now()) * 1000)::bigint
              FROM refund WHERE id = #{id} AND attempt = #{attempt}""")
    @Nullable
    Long millisToDecide(@Param("id") String id, @Param("attempt") int attempt);

    @Select(
            value = "UPDATE refund SET status = 'HELD', xid = #{xid}, updated_at = now()"
                    + " WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'"
                    + MOVED,
            affectData = true)
    Optional<Moved> hold(@Param("id") String id, @Param("attempt") int attempt, @Param("xid") String xid);

    @Select(
            value =
                    """
                    UPDATE refund
                       SET status = CASE method WHEN 'BALANCE' THEN 'DONE' ELSE 'GIVEN' END,
                           given_at = now(), done_at = CASE method WHEN 'BALANCE' THEN now() END, updated_at = now()
                     WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'"""
                            + MOVED,
            affectData = true)
    Optional<Moved> give(@Param("id") String id, @Param("xid") String xid);

    @Select(
            value = "UPDATE refund SET status = 'RELEASED', updated_at = now()"
                    + " WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'"
                    + MOVED,
            affectData = true)
    Optional<Moved> release(@Param("id") String id, @Param("xid") String xid);

    /** The journal has it from the provider's refund. */
    @Update(
            "UPDATE refund SET status = 'DONE', done_at = now(), updated_at = now() WHERE id = #{id} AND status = 'GIVEN'")
    int done(String id);

    @Select(
            value =
                    """
                    UPDATE refund
                       SET status = 'REFUSED', refusal_code = #{code}, refusal_detail = #{detail}, updated_at = now()
                     WHERE id = #{id} AND attempt = #{attempt} AND status IN ('INITIATED', 'RELEASED')"""
                            + MOVED,
            affectData = true)
    Optional<Moved> refuse(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("code") String code,
            @Param("detail") String detail);

    @Select(
            value = "UPDATE refund SET status = 'EXPIRED', updated_at = now()"
                    + " WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'"
                    + MOVED,
            affectData = true)
    Optional<Moved> giveUp(@Param("id") String id, @Param("attempt") int attempt);

    @Select(
            value = "UPDATE refund SET status = 'EXPIRED', updated_at = now()"
                    + " WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED' AND decide_by <= now()"
                    + MOVED,
            affectData = true)
    Optional<Moved> expire(@Param("id") String id, @Param("attempt") int attempt);

    @Select(
            value = "UPDATE refund SET status = 'EXPIRED', updated_at = now()"
                    + " WHERE status = 'INITIATED' AND decide_by <= now()"
                    + MOVED,
            affectData = true)
    List<Moved> expireAll();

    @Update("UPDATE refund SET lease_until = now() WHERE id = #{id} AND attempt = #{attempt} AND lease_until > now()")
    int endLease(@Param("id") String id, @Param("attempt") int attempt);

    /** Each delivery is told; the first one counts. */
    @Select(
            value = "UPDATE refund SET event_seen_at = coalesce(event_seen_at, now()) WHERE id = #{id}" + MOVED,
            affectData = true)
    Optional<Moved> markEventSeen(String id);

    @Select("SELECT event_seen_at FROM refund WHERE id = #{id} AND event_seen_at IS NOT NULL")
    Optional<Instant> eventSeenAt(String id);

    @Select("SELECT " + COLUMNS + " FROM refund"
            + " WHERE given_at IS NOT NULL AND event_seen_at IS NULL AND given_at <= now() - #{millis} * interval '1 ms'"
            + " ORDER BY given_at LIMIT #{limit}")
    List<RefundRow> givenButUnseen(@Param("millis") long millis, @Param("limit") int limit);

    /** The row's {@code updated_at} stays: it tells of the last move. */
    @Update(
            """
            UPDATE refund SET idempotency_key = NULL
             WHERE id IN (
                   SELECT id FROM refund
                    WHERE idempotency_key IS NOT NULL AND status IN ('DONE', 'REFUSED')
                      AND updated_at <= now() - #{millis} * interval '1 ms'
                    ORDER BY updated_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)""")
    int forgetKeys(@Param("millis") long millis, @Param("limit") int limit);

    @Select(
            "<script>SELECT " + COLUMNS
                    + " FROM refund WHERE xid IN"
                    + " <foreach collection=\"xids\" item=\"xid\" open=\"(\" separator=\",\" close=\")\">#{xid}</foreach></script>")
    List<RefundRow> under(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT xid FROM refund
             WHERE status = 'HELD' AND updated_at <= now() - #{millis} * interval '1 ms'
             ORDER BY updated_at LIMIT #{limit}""")
    List<String> xidsHeldFor(@Param("millis") long millis, @Param("limit") int limit);

    /** What moved. */
    record Moved(String id, String paymentId, int attempt, @Nullable String xid, PaymentMethod method) {}

    /** A row of refund, as {@link #COLUMNS} selects it. */
    record RefundRow(
            String id,
            String paymentId,
            String orderId,
            String customerId,
            PaymentMethod method,
            long amountMinor,
            String currency,
            String paymentXid,
            boolean byStaff,
            String reason,
            OrderStatus orderWas,
            RefundStatus status,
            int attempt,
            boolean leased,
            @Nullable String refusalCode,
            @Nullable String refusalDetail,
            String requestHash,
            Instant createdAt,
            @Nullable Instant givenAt,
            @Nullable Instant doneAt,
            @Nullable String xid,
            Instant updatedAt) {

        Refund toRefund() {
            return new Refund(
                    id,
                    paymentId,
                    orderId,
                    customerId,
                    method,
                    new Money(currency, amountMinor),
                    paymentXid,
                    byStaff,
                    reason,
                    orderWas,
                    status,
                    attempt,
                    leased,
                    refusalCode,
                    refusalDetail,
                    requestHash,
                    createdAt,
                    givenAt,
                    doneAt);
        }

        HeldRefund toHeldRefund() {
            return new HeldRefund(toRefund(), String.valueOf(xid), updatedAt);
        }
    }
}
