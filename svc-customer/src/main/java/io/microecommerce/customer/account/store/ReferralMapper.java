package io.microecommerce.customer.account.store;

import io.microecommerce.customer.account.Referral;
import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** SQL of the column {@code customer.referrer_id}. */
@Mapper
interface ReferralMapper {

    /** Any number will do, as long as nobody else locks it: the claims of referrers alone do. */
    long CLAIMS = 73_443_251L;

    @Select(
            """
            SELECT c.referrer_id, r.deleted_at IS NOT NULL AS referrer_deleted
            FROM customer c LEFT JOIN customer r ON r.id = c.referrer_id
            WHERE c.id = #{customerId}
            """)
    @Nullable
    Referral of(String customerId);

    /** Held until the transaction ends. As a text, because the function itself returns nothing that Java could read. */
    @Select("SELECT CAST(pg_advisory_xact_lock(" + CLAIMS + ") AS text)")
    String lockClaims();

    @Select("SELECT referrer_id IS NOT NULL FROM customer WHERE id = #{customerId} AND deleted_at IS NULL")
    @Nullable
    Boolean hasReferrer(String customerId);

    /** Whether the walk from the one to their referrer, to theirs and so on, comes by the other; it begins at the one. */
    @Select(
            """
            WITH RECURSIVE walk AS (
                SELECT id, referrer_id FROM customer WHERE id = #{fromId}
                UNION
                SELECT c.id, c.referrer_id FROM customer c JOIN walk w ON c.id = w.referrer_id)
            SELECT EXISTS (SELECT 1 FROM walk WHERE id = #{toId})
            """)
    boolean leads(@Param("fromId") String fromId, @Param("toId") String toId);

    @Update(
            """
            UPDATE customer SET referrer_id = #{referrerId}, updated_at = #{at}
            WHERE id = #{customerId} AND referrer_id IS NULL AND deleted_at IS NULL
            """)
    int claim(@Param("customerId") String customerId, @Param("referrerId") String referrerId, @Param("at") Instant at);
}
