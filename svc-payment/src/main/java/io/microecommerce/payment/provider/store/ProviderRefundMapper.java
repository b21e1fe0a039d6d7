package io.microecommerce.payment.provider.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProviderRefundMapper {

    String COLUMNS =
            "id, charge_id, amount_minor, currency, cause, reason, state, attempts, last_error, queued_at, done_at";

    /** A refund is left alone after each attempt for 5 s, 10 s, and so on up to ten minutes. {@link #COLUMNS} come next. */
    String TRY =
            """
            UPDATE provider_refund
               SET attempts = attempts + 1,
                   next_try_at = now() + least(5 * power(2, least(attempts, 7)), 600) * interval '1 s'
             WHERE id IN (SELECT id FROM provider_refund WHERE next_try_at <= now()
                           ORDER BY next_try_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            RETURNING\040""";

    /** Two refunds of one charge see each other's amounts only one after the other. */
    @Select("SELECT id FROM charge WHERE id = #{chargeId} FOR UPDATE")
    Optional<String> lockCharge(String chargeId);

    @Insert(
            """
            INSERT INTO provider_refund (id, charge_id, amount_minor, currency, cause, reason)
            SELECT #{id}, c.id, #{amountMinor}, #{currency}, #{cause}, #{reason}
              FROM charge c
             WHERE c.id = #{chargeId} AND c.captured_currency = #{currency}
               AND c.captured_minor >= #{amountMinor} + (
                   SELECT coalesce(sum(r.amount_minor), 0) FROM provider_refund r WHERE r.charge_id = c.id)""")
    int queue(
            @Param("id") String id,
            @Param("chargeId") String chargeId,
            @Param("amountMinor") long amountMinor,
            @Param("currency") String currency,
            @Param("cause") String cause,
            @Param("reason") String reason);

    @Select("SELECT " + COLUMNS + " FROM provider_refund WHERE id = #{id}")
    Optional<RefundRow> byId(String id);

    @Select("SELECT " + COLUMNS + " FROM provider_refund WHERE charge_id = #{chargeId} ORDER BY queued_at, id")
    List<RefundRow> ofCharge(String chargeId);

    @Update("UPDATE provider_refund SET next_try_at = now() WHERE id = #{id} AND state <> 'DONE'")
    int trySoon(String id);

    @Select(value = TRY + COLUMNS, affectData = true)
    List<RefundRow> toTry(int limit);

    @Update(
            """
            UPDATE provider_refund SET state = #{state}, provider_refund_id = #{providerId}, last_error = #{error}
             WHERE id = #{id} AND state <> 'DONE'""")
    int asked(
            @Param("id") String id,
            @Param("state") String state,
            @Param("providerId") String providerId,
            @Param("error") @Nullable String error);

    @Update(
            """
            UPDATE provider_refund
               SET state = 'DONE', done_at = now(), next_try_at = NULL, provider_refund_id = #{providerId}, last_error = NULL
             WHERE id = #{id} AND state <> 'DONE'""")
    int done(@Param("id") String id, @Param("providerId") String providerId);

    @Update("UPDATE provider_refund SET last_error = left(#{error}, 500) WHERE id = #{id} AND state <> 'DONE'")
    int failed(@Param("id") String id, @Param("error") String error);

    @Select(
            "SELECT " + COLUMNS
                    + " FROM provider_refund WHERE staff_told_at IS NULL AND cause <> 'REFUND' ORDER BY queued_at LIMIT #{limit}")
    List<RefundRow> untold(int limit);

    @Update("UPDATE provider_refund SET staff_told_at = now() WHERE id = #{id}")
    int told(String id);

    @Select("SELECT count(*) FROM provider_refund WHERE state = 'ABNORMAL'")
    long abnormal();

    @Select(
            """
            SELECT coalesce(extract(epoch FROM now() - min(queued_at)), 0)::bigint
              FROM provider_refund WHERE next_try_at IS NOT NULL""")
    long oldestSeconds();

    /** A row of provider_refund, as {@link #COLUMNS} selects it. */
    record RefundRow(
            String id,
            String chargeId,
            long amountMinor,
            String currency,
            RefundCause cause,
            String reason,
            RefundState state,
            int attempts,
            @Nullable String lastError,
            Instant queuedAt,
            @Nullable Instant doneAt) {

        ProviderRefund toRefund() {
            return new ProviderRefund(
                    id,
                    chargeId,
                    new Money(currency, amountMinor),
                    cause,
                    reason,
                    state,
                    attempts,
                    lastError,
                    queuedAt,
                    doneAt);
        }
    }
}
