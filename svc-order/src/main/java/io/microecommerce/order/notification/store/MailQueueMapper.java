package io.microecommerce.order.notification.store;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The statements on the mails of staff notifications. What a lease does is undone only under the attempt that it counted. */
@Mapper
interface MailQueueMapper {

    @Update(
            """
            UPDATE staff_notification SET mail_next_at = now()
            WHERE created_at > now() - CAST(#{youngerThanMillis} AS double precision) * interval '1 millisecond'
              AND mailed_at IS NULL AND mail_attempts = 0 AND mail_next_at IS NULL
            """)
    int takeUp(@Param("youngerThanMillis") long youngerThanMillis);

    @Select(
            value =
                    """
            UPDATE staff_notification SET mail_attempts = mail_attempts + 1,
                mail_next_at = now() + CAST(#{leaseMillis} AS double precision) * interval '1 millisecond'
            WHERE id = (
                SELECT id FROM staff_notification WHERE mail_next_at <= now()
                ORDER BY mail_next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, kind, subject_id, text, created_at, read_at, read_by, mail_attempts
            """,
            affectData = true)
    @Nullable
    MailRow lease(@Param("leaseMillis") long leaseMillis);

    /** Whoever says so: it has been sent. */
    @Update(
            """
            UPDATE staff_notification SET mailed_at = now(), mail_next_at = NULL
            WHERE id = #{id} AND mailed_at IS NULL
            """)
    int sent(@Param("id") String id);

    @Update(
            """
            UPDATE staff_notification
            SET mail_next_at = now() + CAST(#{afterMillis} AS double precision) * interval '1 millisecond'
            WHERE id = #{id} AND mailed_at IS NULL AND mail_attempts = #{attempt}
            """)
    int putBack(@Param("id") String id, @Param("attempt") int attempt, @Param("afterMillis") long afterMillis);

    @Update(
            """
            UPDATE staff_notification SET mail_next_at = NULL
            WHERE id = #{id} AND mailed_at IS NULL AND mail_attempts = #{attempt}
            """)
    int giveUp(@Param("id") String id, @Param("attempt") int attempt);
}
