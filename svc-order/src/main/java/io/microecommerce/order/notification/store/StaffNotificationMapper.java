package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.StaffNotification;
import io.microecommerce.order.paging.Cursor;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The statements on staff notifications; the record's components are the table's columns. */
@Mapper
interface StaffNotificationMapper {

    String COLUMNS = "id, kind, subject_id, text, created_at, read_at, read_by";

    @Insert(
            """
            INSERT INTO staff_notification (id, kind, subject_id, cause, text)
            VALUES (#{id}, #{kind}, #{subjectId}, #{cause}, #{text})
            ON CONFLICT ON CONSTRAINT staff_notification_once DO NOTHING
            """)
    int insert(
            @Param("id") String id,
            @Param("kind") StaffNotification.Kind kind,
            @Param("subjectId") String subjectId,
            @Param("cause") String cause,
            @Param("text") String text);

    @Select("SELECT " + COLUMNS + " FROM staff_notification WHERE id = #{id}")
    @Nullable
    StaffNotification byId(@Param("id") String id);

    @Select(
            "<script>SELECT " + COLUMNS + " FROM staff_notification"
                    + """
            <where>
                <if test="unreadOnly">AND read_at IS NULL</if>
                <if test="after != null">AND (created_at, id) &lt; (#{after.createdAt}, #{after.id})</if>
            </where>
            ORDER BY created_at DESC, id DESC LIMIT #{limit}
            </script>
            """)
    List<StaffNotification> newest(
            @Param("unreadOnly") boolean unreadOnly, @Param("after") @Nullable Cursor after, @Param("limit") int limit);

    @Select("SELECT " + COLUMNS + " FROM staff_notification"
            + " WHERE created_at >= #{moment} ORDER BY created_at, id LIMIT #{limit}")
    List<StaffNotification> since(@Param("moment") Instant moment, @Param("limit") int limit);

    @Update("UPDATE staff_notification SET read_at = now(), read_by = #{staffId} WHERE id = #{id} AND read_at IS NULL")
    int markRead(@Param("id") String id, @Param("staffId") String staffId);
}
