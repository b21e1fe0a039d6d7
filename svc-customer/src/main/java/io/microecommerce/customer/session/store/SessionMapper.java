package io.microecommerce.customer.session.store;

import io.microecommerce.customer.session.SessionEnd;
import io.microecommerce.customer.session.Sessions.NewSession;
import io.microecommerce.customer.session.Sessions.Prolonged;
import io.microecommerce.customer.session.Sessions.TokenHashes;
import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code session}. */
@Mapper
interface SessionMapper {

    /** The shared lock waits for a change of password that is under way, and looks at the password again after it. */
    @Insert(
            """
            INSERT INTO session (id, customer_id, family_hash, refresh_hash, created_at, refresh_by)
            SELECT #{session.id}, id, #{session.token.family}, #{session.token.token},
                   CAST(#{session.at} AS timestamptz), CAST(#{session.refreshBy} AS timestamptz)
            FROM customer
            WHERE id = #{session.customerId} AND password_hash = #{passwordHash} AND deleted_at IS NULL
            FOR SHARE
            """)
    int open(@Param("session") NewSession session, @Param("passwordHash") String passwordHash);

    @Select(
            value =
                    """
            UPDATE session SET refresh_hash = #{nextHash}, refresh_by = #{refreshBy}
            WHERE family_hash = #{used.family} AND refresh_hash = #{used.token} AND ended_at IS NULL
              AND refresh_by > #{at}
            RETURNING id, customer_id
            """,
            affectData = true)
    @Nullable
    Prolonged prolong(
            @Param("used") TokenHashes used,
            @Param("nextHash") String nextHash,
            @Param("at") Instant at,
            @Param("refreshBy") Instant refreshBy);

    /** @return the id of the session that was ended, if there was one */
    @Select(
            value =
                    """
            UPDATE session SET ended_at = #{at}, end_reason = 'TOKEN_REUSED'
            WHERE family_hash = #{used.family} AND refresh_hash <> #{used.token} AND ended_at IS NULL
            RETURNING id
            """,
            affectData = true)
    @Nullable
    String endIfReused(@Param("used") TokenHashes used, @Param("at") Instant at);

    @Update(
            """
            UPDATE session SET ended_at = #{at}, end_reason = #{reason}
            WHERE id = #{id} AND customer_id = #{customerId} AND ended_at IS NULL
            """)
    int end(
            @Param("customerId") String customerId,
            @Param("id") String id,
            @Param("reason") SessionEnd reason,
            @Param("at") Instant at);

    @Update(
            """
            UPDATE session SET ended_at = #{at}, end_reason = #{reason}
            WHERE customer_id = #{customerId} AND ended_at IS NULL
            """)
    int endAll(@Param("customerId") String customerId, @Param("reason") SessionEnd reason, @Param("at") Instant at);

    @Select("SELECT EXISTS (SELECT 1 FROM session WHERE id = #{id} AND ended_at IS NULL AND refresh_by > #{at})")
    boolean isLive(@Param("id") String id, @Param("at") Instant at);

    @Delete(
            """
            DELETE FROM session WHERE id IN (
                SELECT id FROM session WHERE least(ended_at, refresh_by) < #{endedBefore} LIMIT #{limit})
            """)
    int purge(@Param("endedBefore") Instant endedBefore, @Param("limit") int limit);
}
