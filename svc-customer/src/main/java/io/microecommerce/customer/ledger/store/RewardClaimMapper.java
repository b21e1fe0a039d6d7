package io.microecommerce.customer.ledger.store;

import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.customer.ledger.RewardClaim;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQL of the table {@code reward_claim}. */
@Mapper
interface RewardClaimMapper {

    @Insert(
            """
            INSERT INTO reward_claim (xid, refund_id, payment_id, order_id)
            VALUES (#{xid}, #{command.refundId}, #{command.paymentId}, #{command.orderId})
            ON CONFLICT (payment_id) WHERE state <> 'RELEASED' DO NOTHING
            """)
    int mark(@Param("xid") String xid, @Param("command") MarkRewardsCommand command);

    @Select(
            """
            UPDATE reward_claim SET state = 'TAKEN', updated_at = now()
             WHERE xid = #{xid} AND state = 'MARKED'
            RETURNING payment_id
            """)
    Optional<String> take(String xid);

    @Update("UPDATE reward_claim SET state = 'RELEASED', updated_at = now() WHERE xid = #{xid} AND state = 'MARKED'")
    int release(String xid);

    /** A lock of the payment's name until the transaction ends; there may be no row to lock yet. */
    @Select("SELECT pg_advisory_xact_lock(hashtextextended('rewards of ' || #{paymentId}, 0)) IS NULL")
    boolean lock(String paymentId);

    @Select("SELECT EXISTS (SELECT 1 FROM reward_claim WHERE payment_id = #{paymentId} AND state = 'TAKEN')")
    boolean taken(String paymentId);

    @Select(
            """
            <script>
            SELECT xid, refund_id, payment_id, order_id, state, created_at AS since
              FROM reward_claim
             WHERE xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
            </script>
            """)
    List<ClaimRow> under(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT xid FROM reward_claim
             WHERE state = 'MARKED' AND created_at <= now() - #{millis} * interval '1 ms'
             ORDER BY created_at LIMIT #{limit}
            """)
    List<String> xidsMarkedFor(@Param("millis") long millis, @Param("limit") int limit);

    /** A row of the table. */
    record ClaimRow(
            String xid,
            String refundId,
            String paymentId,
            String orderId,
            RewardClaim.State state,
            OffsetDateTime since) {

        RewardClaim toClaim() {
            return new RewardClaim(xid, refundId, paymentId, orderId, state, since.toInstant());
        }
    }
}
