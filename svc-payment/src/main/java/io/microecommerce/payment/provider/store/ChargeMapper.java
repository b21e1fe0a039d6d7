package io.microecommerce.payment.provider.store;

import io.microecommerce.api.money.Money;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.Purpose;
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
interface ChargeMapper {

    String COLUMNS = "id, purpose, customer_id, amount_minor, currency, description, state, code_url, expires_at,"
            + " expires_at <= now() AS expired, captured_minor, captured_currency, transaction_id, captured_at";

    /** A charge is left alone after each look for 5 s, 10 s, 20 s, 40 s, and then a minute. {@link #COLUMNS} come next. */
    String LOOK_AT =
            """
            UPDATE charge
               SET looks = looks + 1,
                   next_look_at = least(now() + least(5 * power(2, least(looks, 4)), 60) * interval '1 s',
                                        CASE WHEN state = 'OPEN' AND expires_at > now() THEN expires_at + interval '1 s' END)
             WHERE id IN (SELECT id FROM charge WHERE next_look_at <= now()
                           ORDER BY next_look_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            RETURNING\040""";

    @Insert(
            """
            INSERT INTO charge (id, purpose, customer_id, amount_minor, currency, description, state, expires_at, next_look_at)
            VALUES (#{id}, #{purpose}, #{customerId}, #{amountMinor}, #{currency}, #{description}, 'OPEN', #{expiresAt},
                    now() + interval '5 s')""")
    int open(
            @Param("id") String id,
            @Param("purpose") String purpose,
            @Param("customerId") String customerId,
            @Param("amountMinor") long amountMinor,
            @Param("currency") String currency,
            @Param("description") String description,
            @Param("expiresAt") Instant expiresAt);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE id = #{id}")
    Optional<ChargeRow> byId(String id);

    @Select("SELECT " + COLUMNS + " FROM charge WHERE id = #{id} FOR UPDATE")
    Optional<ChargeRow> lock(String id);

    @Update("UPDATE charge SET code_url = #{codeUrl}, updated_at = now() WHERE id = #{id} AND code_url IS NULL")
    int prepaid(@Param("id") String id, @Param("codeUrl") String codeUrl);

    @Update("UPDATE charge SET next_look_at = now(), looks = 0 WHERE id = #{id} AND state IN ('OPEN', 'CLOSED')")
    int lookSoon(String id);

    /** An open charge is looked at when it expires, too, however long its pause is. */
    @Select(value = LOOK_AT + COLUMNS, affectData = true)
    List<ChargeRow> toLookAt(int limit);

    @Update(
            """
            UPDATE charge
               SET state = #{to}, transaction_id = #{transactionId}, captured_minor = #{minor}, captured_currency = #{currency},
                   captured_at = #{at}, next_look_at = NULL, updated_at = now()
             WHERE id = #{id} AND state IN ('OPEN', 'CLOSED')""")
    int capture(
            @Param("id") String id,
            @Param("to") String to,
            @Param("transactionId") String transactionId,
            @Param("minor") long minor,
            @Param("currency") String currency,
            @Param("at") Instant at);

    @Insert(
            """
            INSERT INTO charge (id, purpose, amount_minor, currency, description, state, expires_at,
                                transaction_id, captured_minor, captured_currency, captured_at)
            VALUES (#{id}, 'UNKNOWN', #{minor}, #{currency}, 'None of ours', 'RETURNED', #{at},
                    #{transactionId}, #{minor}, #{currency}, #{at})
            ON CONFLICT DO NOTHING""")
    int captureUnknown(
            @Param("id") String id,
            @Param("transactionId") String transactionId,
            @Param("minor") long minor,
            @Param("currency") String currency,
            @Param("at") Instant at);

    @Update(
            """
            UPDATE charge
               SET state = 'CLOSED', looks = 0, next_look_at = now() + #{againMillis} * interval '1 ms', updated_at = now()
             WHERE id = #{id} AND state = 'OPEN'""")
    int close(@Param("id") String id, @Param("againMillis") long againMillis);

    @Update("UPDATE charge SET next_look_at = NULL WHERE id = #{id}")
    int lookNoMore(String id);

    @Update("UPDATE charge SET state = #{to}, updated_at = now() WHERE id = #{id} AND state = #{from}")
    int move(@Param("id") String id, @Param("from") String from, @Param("to") String to);

    /** A row of charge, as {@link #COLUMNS} selects it. */
    record ChargeRow(
            String id,
            Purpose purpose,
            @Nullable String customerId,
            long amountMinor,
            String currency,
            String description,
            ChargeState state,
            @Nullable String codeUrl,
            Instant expiresAt,
            boolean expired,
            @Nullable Long capturedMinor,
            @Nullable String capturedCurrency,
            @Nullable String transactionId,
            @Nullable Instant capturedAt) {

        Charge toCharge() {
            Money captured = capturedMinor == null || capturedCurrency == null
                    ? null
                    : new Money(capturedCurrency, capturedMinor);
            return new Charge(
                    id,
                    purpose,
                    customerId,
                    new Money(currency, amountMinor),
                    description,
                    state,
                    codeUrl,
                    expiresAt,
                    expired,
                    captured,
                    transactionId,
                    capturedAt);
        }
    }
}
