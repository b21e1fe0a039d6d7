package io.microecommerce.payment.provider.store;

import io.microecommerce.payment.provider.ProviderEvents.Contradiction;
import io.microecommerce.payment.provider.Trade.Verdict;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ProviderEventMapper {

    @Insert(
            """
            INSERT INTO provider_event (id, type, subject, transaction_id, amount_minor, currency, verdict,
                                        resolved_at, resolution)
            VALUES (#{id}, #{type}, #{subject}, #{transactionId}, #{amountMinor}, #{currency}, #{verdict},
                    CASE WHEN #{resolution}::text IS NOT NULL THEN now() END, #{resolution})
            ON CONFLICT (id) DO NOTHING""")
    int record(
            @Param("id") String id,
            @Param("type") String type,
            @Param("subject") String subject,
            @Param("transactionId") @Nullable String transactionId,
            @Param("amountMinor") @Nullable Long amountMinor,
            @Param("currency") @Nullable String currency,
            @Param("verdict") String verdict,
            @Param("resolution") @Nullable String resolution);

    @Select(
            value =
                    """
            UPDATE provider_event SET next_try_at = now() + interval '10 s'
             WHERE id IN (SELECT id FROM provider_event WHERE resolved_at IS NULL AND next_try_at <= now()
                           ORDER BY next_try_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            RETURNING id AS event_id, subject, verdict""",
            affectData = true)
    List<ContradictionRow> toResolve(int limit);

    @Update(
            """
            UPDATE provider_event SET resolved_at = now(), resolution = #{resolution}
             WHERE id = #{id} AND resolved_at IS NULL""")
    int resolve(@Param("id") String id, @Param("resolution") String resolution);

    @Select(
            """
            SELECT count(*) FROM provider_event
             WHERE verdict NOT IN ('TAKEN', 'IGNORED') AND received_at > now() - interval '1 day'""")
    long contradictionsOfADay();

    /** What is read of a row of provider_event. */
    record ContradictionRow(String eventId, String subject, Verdict verdict) {

        Contradiction toContradiction() {
            return new Contradiction(eventId, subject, verdict);
        }
    }
}
