package io.microecommerce.order.notification.store;

import io.microecommerce.order.notification.StaffNotification;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** The statements on staff notifications; the record's components are the table's columns. */
@Mapper
interface StaffNotificationMapper {

    @Insert(
            """
            INSERT INTO staff_notification (id, kind, order_id, text)
            VALUES (#{id}, #{kind}, #{orderId}, #{text})
            ON CONFLICT ON CONSTRAINT staff_notification_once DO NOTHING
            """)
    int insert(
            @Param("id") String id,
            @Param("kind") StaffNotification.Kind kind,
            @Param("orderId") String orderId,
            @Param("text") String text);

    @Select(
            """
            SELECT id, kind, order_id, text, created_at FROM staff_notification
            ORDER BY created_at DESC, id DESC LIMIT #{limit}
            """)
    List<StaffNotification> newest(@Param("limit") int limit);

    @Select(
            """
            SELECT id, kind, order_id, text, created_at FROM staff_notification
            WHERE (created_at, id) < (#{createdAt}, #{id})
            ORDER BY created_at DESC, id DESC LIMIT #{limit}
            """)
    List<StaffNotification> olderThan(
            @Param("createdAt") Instant createdAt, @Param("id") String id, @Param("limit") int limit);
}
