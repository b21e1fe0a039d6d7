package io.microecommerce.payment.topup.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.topup.TopUp;
import io.microecommerce.payment.topup.TopUpStatus;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface TopUpMapper {

    String COLUMNS = "id, customer_id, amount_minor, currency, status, request_hash, created_at, credited_at";

    @Select("SELECT " + COLUMNS + " FROM top_up WHERE id = #{id}")
    Optional<TopUpRow> byId(String id);

    @Select("SELECT " + COLUMNS
            + " FROM top_up WHERE customer_id = #{customerId} AND idempotency_key = #{idempotencyKey}")
    Optional<TopUpRow> byKey(@Param("customerId") String customerId, @Param("idempotencyKey") String idempotencyKey);

    @Insert(
            """
            INSERT INTO top_up (id, customer_id, amount_minor, currency, status, idempotency_key, request_hash)
            VALUES (#{id}, #{customerId}, #{amountMinor}, #{currency}, 'AWAITING_PROVIDER', #{idempotencyKey}, #{requestHash})
            ON CONFLICT ON CONSTRAINT top_up_one_per_key DO NOTHING""")
    int open(
            @Param("id") String id,
            @Param("customerId") String customerId,
            @Param("amountMinor") long amountMinor,
            @Param("currency") String currency,
            @Param("idempotencyKey") String idempotencyKey,
            @Param("requestHash") String requestHash);

    @Update(
            """
            UPDATE top_up SET status = 'CREDITED', credited_at = now()
             WHERE id = #{id} AND status IN ('AWAITING_PROVIDER', 'CLOSED')""")
    int credited(String id);

    @Update("UPDATE top_up SET status = 'REFUSED' WHERE id = #{id} AND status IN ('AWAITING_PROVIDER', 'CLOSED')")
    int refused(String id);

    @Update("UPDATE top_up SET status = 'CLOSED' WHERE id = #{id} AND status = 'AWAITING_PROVIDER'")
    int closed(String id);

    /** A row of top_up, as {@link #COLUMNS} selects it. */
    record TopUpRow(
            String id,
            String customerId,
            long amountMinor,
            String currency,
            TopUpStatus status,
            String requestHash,
            Instant createdAt,
            @Nullable Instant creditedAt) {

        TopUp toTopUp() {
            return new TopUp(
                    id, customerId, new Money(currency, amountMinor), status, requestHash, createdAt, creditedAt);
        }
    }
}
