package io.microecommerce.customer.account.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** SQL of the table {@code login_attempt}. */
@Mapper
interface LoginAttemptMapper {

    /** By the same {@code lower} as the unique index on e-mails: two spellings of one customer's e-mail share their count. */
    String EMAIL_HASH = "encode(sha256(convert_to(lower(#{email}), 'UTF8')), 'hex')";

    /**
     * @param restsMillis a PostgreSQL array of the rests after the first failure, the second, and so on
     * @return 1, or 0 while the account rests: then nothing is counted. Of attempts made at once, each waits for the one before
     */
    @Insert(
            """
            INSERT INTO login_attempt AS counted (email_hash, failures, last_at, rests_until)
            VALUES ("""
                    + EMAIL_HASH
                    + """
            , 1, #{at},
                    CAST(#{at} AS timestamptz) + nullif((CAST(#{restsMillis} AS bigint[]))[1], 0) * interval '1 ms')
            ON CONFLICT (email_hash) DO UPDATE
            SET failures = counted.failures + 1,
                last_at = greatest(counted.last_at, excluded.last_at),
                rests_until = greatest(counted.last_at, excluded.last_at) + interval '1 ms' * nullif(
                    (CAST(#{restsMillis} AS bigint[]))[
                        least(counted.failures + 1, cardinality(CAST(#{restsMillis} AS bigint[])))], 0)
            WHERE counted.rests_until IS NULL OR counted.rests_until <= excluded.last_at
            """)
    int count(@Param("email") String email, @Param("restsMillis") String restsMillis, @Param("at") Instant at);

    @Select("SELECT rests_until FROM login_attempt WHERE email_hash = " + EMAIL_HASH)
    @Nullable
    Instant restsUntil(@Param("email") String email);

    @Delete("DELETE FROM login_attempt WHERE email_hash = " + EMAIL_HASH)
    int forget(@Param("email") String email);

    @Delete(
            """
            DELETE FROM login_attempt WHERE email_hash IN (
                SELECT email_hash FROM login_attempt WHERE last_at < #{lastBefore} LIMIT #{limit})
            AND last_at < #{lastBefore}
            """)
    int purge(@Param("lastBefore") Instant lastBefore, @Param("limit") int limit);
}
