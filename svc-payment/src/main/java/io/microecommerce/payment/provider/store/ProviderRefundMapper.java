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
import org.jspecify.annotations.Nullable;

@Mapper
interface ProviderRefundMapper {

    String COLUMNS =
            "id, charge_id, amount_minor, currency, cause, reason, state, attempts, last_error, queued_at, done_at";

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
