package io.microecommerce.payment.pay.store;

import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface PaymentMapper {

    String COLUMNS = "id, customer_id, order_id, method, amount_minor, currency, status, attempt,"
            + " lease_until > now() AS leased, refusal_code, refusal_detail, request_hash, created_at, paid_at";

    @Select("SELECT " + COLUMNS + " FROM payment WHERE id = #{id}")
    Optional<PaymentRow> byId(String id);

    @Select("SELECT " + COLUMNS
            + " FROM payment WHERE customer_id = #{customerId} AND idempotency_key = #{idempotencyKey}")
    Optional<PaymentRow> byKey(@Param("customerId") String customerId, @Param("idempotencyKey") String idempotencyKey);

    @Insert(
            """
            INSERT INTO payment (id, customer_id, order_id, method, amount_minor, currency, status, attempt,
                                 lease_until, decide_by, idempotency_key, request_hash)
            VALUES (#{id}, #{customerId}, #{orderId}, #{method}, #{amountMinor}, #{currency}, 'INITIATED', 1,
                    now() + #{leaseMillis} * interval '1 ms', now() + #{decideMillis} * interval '1 ms',
                    #{idempotencyKey}, #{requestHash})
            ON CONFLICT ON CONSTRAINT payment_one_per_key DO NOTHING""")
    int open(
            @Param("id") String id,
            @Param("customerId") String customerId,
            @Param("orderId") String orderId,
            @Param("method") String method,
            @Param("amountMinor") long amountMinor,
            @Param("currency") String currency,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis,
            @Param("idempotencyKey") String idempotencyKey,
            @Param("requestHash") String requestHash);

    @Update(
            """
            UPDATE payment
               SET status = 'INITIATED', attempt = attempt + 1, xid = NULL, updated_at = now(),
                   lease_until = now() + #{leaseMillis} * interval '1 ms',
                   decide_by = now() + #{decideMillis} * interval '1 ms'
             WHERE id = #{id} AND attempt = #{attempt}
               AND (status = 'EXPIRED' OR (status IN ('INITIATED', 'RELEASED') AND lease_until <= now()))""")
    int takeOver(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("leaseMillis") long leaseMillis,
            @Param("decideMillis") long decideMillis);

    @Select(
            """
            SELECT floor(extract(epoch FROM decide_by - now()) * 1000)::bigint
              FROM payment WHERE id = #{id} AND attempt = #{attempt}""")
    @Nullable
    Long millisToDecide(@Param("id") String id, @Param("attempt") int attempt);

    @Update(
            """
            UPDATE payment SET status = 'HELD', xid = #{xid}, updated_at = now()
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'""")
    int hold(@Param("id") String id, @Param("attempt") int attempt, @Param("xid") String xid);

    @Update(
            """
            UPDATE payment SET status = 'PAID', paid_at = now(), updated_at = now()
             WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'""")
    int markPaid(@Param("id") String id, @Param("xid") String xid);

    @Update(
            """
            UPDATE payment SET status = 'RELEASED', updated_at = now()
             WHERE id = #{id} AND xid = #{xid} AND status = 'HELD'""")
    int release(@Param("id") String id, @Param("xid") String xid);

    @Update(
            """
            UPDATE payment SET status = 'REFUSED', refusal_code = #{code}, refusal_detail = #{detail}, updated_at = now()
             WHERE id = #{id} AND attempt = #{attempt} AND status IN ('INITIATED', 'RELEASED')""")
    int refuse(
            @Param("id") String id,
            @Param("attempt") int attempt,
            @Param("code") String code,
            @Param("detail") String detail);

    @Update(
            """
            UPDATE payment SET status = 'EXPIRED', updated_at = now()
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED'""")
    int giveUp(@Param("id") String id, @Param("attempt") int attempt);

    @Update(
            """
            UPDATE payment SET status = 'EXPIRED', updated_at = now()
             WHERE id = #{id} AND attempt = #{attempt} AND status = 'INITIATED' AND decide_by <= now()""")
    int expire(@Param("id") String id, @Param("attempt") int attempt);

    @Update(
            "UPDATE payment SET status = 'EXPIRED', updated_at = now() WHERE status = 'INITIATED' AND decide_by <= now()")
    int expireAll();

    @Update("UPDATE payment SET lease_until = now() WHERE id = #{id} AND attempt = #{attempt} AND lease_until > now()")
    int endLease(@Param("id") String id, @Param("attempt") int attempt);

    @Update("UPDATE payment SET event_seen_at = now() WHERE id = #{id} AND event_seen_at IS NULL")
    int markEventSeen(String id);

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
                    WHERE idempotency_key IS NOT NULL AND status IN ('PAID', 'REFUSED')
                      AND updated_at <= now() - #{millis} * interval '1 ms'
                    ORDER BY updated_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)""")
    int forgetKeys(@Param("millis") long millis, @Param("limit") int limit);
}
