package io.microecommerce.customer.password.store;

import io.microecommerce.customer.password.ResetRequests.NewRequest;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code password_reset}. */
@Mapper
interface ResetRequestMapper {

    /** Exact for callers that hold the lock of the customer's row. */
    @Insert(
            """
            INSERT INTO password_reset (token_hash, customer_id, created_at, expires_at)
            SELECT #{request.tokenHash}, #{request.customerId}, CAST(#{request.at} AS timestamptz),
                   CAST(#{request.expiresAt} AS timestamptz)
            WHERE (SELECT count(*) FROM password_reset
                   WHERE customer_id = #{request.customerId} AND created_at > #{countedSince}
                     AND used_at IS NULL AND send_failed_at IS NULL) < #{most}
            """)
    int open(
            @Param("request") NewRequest request, @Param("countedSince") Instant countedSince, @Param("most") int most);

    @Update("UPDATE password_reset SET send_failed_at = #{at} WHERE token_hash = #{tokenHash}")
    int sendingFailed(@Param("tokenHash") String tokenHash, @Param("at") Instant at);

    /** @return whose token it is, while it can be used */
    @Select(
            """
            SELECT customer_id FROM password_reset
            WHERE token_hash = #{tokenHash} AND used_at IS NULL AND expires_at > #{at}
            """)
    @Nullable
    String customerOf(@Param("tokenHash") String tokenHash, @Param("at") Instant at);

    @Update(
            """
            UPDATE password_reset SET used_at = #{at}
            WHERE token_hash = #{tokenHash} AND used_at IS NULL AND expires_at > #{at}
            """)
    int use(@Param("tokenHash") String tokenHash, @Param("at") Instant at);

    @Delete("DELETE FROM password_reset WHERE customer_id = #{customerId} AND used_at IS NULL")
    int removeOpen(String customerId);

    @Delete(
            """
            DELETE FROM password_reset WHERE token_hash IN (
                SELECT token_hash FROM password_reset WHERE expires_at < #{expiredBefore} LIMIT #{limit})
            """)
    int purge(@Param("expiredBefore") Instant expiredBefore, @Param("limit") int limit);
}
