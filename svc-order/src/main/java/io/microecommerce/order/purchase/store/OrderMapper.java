package io.microecommerce.order.purchase.store;

import io.microecommerce.order.purchase.Order;
import io.microecommerce.order.purchase.OrderDraft;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The statements on orders. Each transition is one UPDATE whose WHERE is the rule. */
@Mapper
interface OrderMapper {

    String COLUMNS = "id, customer_id, status, pay_by, xid, payment_id, idempotency_key, request_hash, created_at,"
            + " paid_at, cancelled_at, cancel_reason";

    /** @return 0 when the customer's key has an order already; a concurrent insert of the same key is waited for */
    @Insert(
            """
            INSERT INTO orders (id, customer_id, status, total_minor, currency, pay_by, idempotency_key, request_hash)
            VALUES (#{draft.id}, #{draft.customerId}, 'PENDING_PAYMENT', #{totalMinor}, #{currency},
                    now() + CAST(#{windowMillis} AS double precision) * interval '1 millisecond',
                    #{draft.placedBy.idempotencyKey}, #{draft.placedBy.requestHash})
            ON CONFLICT ON CONSTRAINT orders_one_a_key DO NOTHING
            """)
    int insert(
            @Param("draft") OrderDraft draft,
            @Param("totalMinor") long totalMinor,
            @Param("currency") String currency,
            @Param("windowMillis") long windowMillis);

    @Insert(
            """
            <script>
            INSERT INTO order_line
                (order_id, sku_id, product_id, title, attributes, unit_price_minor, currency, quantity)
            VALUES
            <foreach collection="lines" item="line" separator=",">
                (#{line.orderId}, #{line.skuId}, #{line.productId}, #{line.title}, CAST(#{line.attributes} AS jsonb),
                 #{line.unitPriceMinor}, #{line.currency}, #{line.quantity})
            </foreach>
            </script>
            """)
    int insertLines(@Param("lines") List<OrderLineRow> lines);

    @Select("SELECT " + COLUMNS + " FROM orders WHERE id = #{id}")
    @Nullable
    OrderRow byId(@Param("id") String id);

    @Select("SELECT " + COLUMNS
            + " FROM orders WHERE customer_id = #{customerId} AND idempotency_key = #{idempotencyKey}")
    @Nullable
    OrderRow byKey(@Param("customerId") String customerId, @Param("idempotencyKey") String idempotencyKey);

    @Select("SELECT " + COLUMNS
            + " FROM orders WHERE customer_id = #{customerId} ORDER BY created_at DESC, id DESC LIMIT #{limit}")
    List<OrderRow> newest(@Param("customerId") String customerId, @Param("limit") int limit);

    @Select("SELECT " + COLUMNS
            + " FROM orders WHERE customer_id = #{customerId} AND (created_at, id) < (#{createdAt}, #{id})"
            + " ORDER BY created_at DESC, id DESC LIMIT #{limit}")
    List<OrderRow> olderThan(
            @Param("customerId") String customerId,
            @Param("createdAt") Instant createdAt,
            @Param("id") String id,
            @Param("limit") int limit);

    /** In SKU order. */
    @Select(
            """
            <script>
            SELECT order_id, sku_id, product_id, title, attributes, unit_price_minor, currency, quantity
            FROM order_line WHERE order_id IN
            <foreach collection="orderIds" item="orderId" open="(" separator="," close=")">#{orderId}</foreach>
            ORDER BY sku_id
            </script>
            """)
    List<OrderLineRow> lines(@Param("orderIds") List<String> orderIds);

    @Update(
            """
            UPDATE orders SET status = 'PAYING', xid = #{hold.xid}, payment_id = #{hold.paymentId}
            WHERE id = #{id} AND status = 'PENDING_PAYMENT' AND customer_id = #{customerId}
              AND total_minor = #{totalMinor} AND currency = #{currency} AND pay_by > now()
            """)
    int hold(
            @Param("id") String id,
            @Param("hold") Order.Hold hold,
            @Param("customerId") String customerId,
            @Param("totalMinor") long totalMinor,
            @Param("currency") String currency);

    @Update(
            """
            UPDATE orders SET status = 'PAID', paid_at = now()
            WHERE id = #{id} AND status = 'PAYING' AND xid = #{xid}
            """)
    int confirm(@Param("id") String id, @Param("xid") String xid);

    @Update(
            """
            UPDATE orders SET status = 'PENDING_PAYMENT', xid = NULL, payment_id = NULL
            WHERE id = #{id} AND status = 'PAYING' AND xid = #{xid}
            """)
    int release(@Param("id") String id, @Param("xid") String xid);

    @Update(
            """
            UPDATE orders SET status = 'CANCELLED', cancelled_at = now(), cancel_reason = 'BY_CUSTOMER'
            WHERE id = #{id} AND status = 'PENDING_PAYMENT'
            """)
    int cancel(@Param("id") String id);

    @Update(
            """
            UPDATE orders SET status = 'CANCELLED', cancelled_at = now(), cancel_reason = 'PAYMENT_WINDOW_CLOSED'
            WHERE id = #{id} AND status = 'PENDING_PAYMENT' AND pay_by <= now()
            """)
    int expire(@Param("id") String id);

    /** Rows that another sweep or a Try has locked are passed over: they are somebody's work already. */
    @Select(
            value =
                    """
            UPDATE orders SET status = 'CANCELLED', cancelled_at = now(), cancel_reason = 'PAYMENT_WINDOW_CLOSED'
            WHERE id IN (
                SELECT id FROM orders WHERE status = 'PENDING_PAYMENT' AND pay_by <= now()
                ORDER BY pay_by LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            RETURNING id
            """,
            affectData = true)
    List<String> expireAll(@Param("limit") int limit);

    @Select("SELECT now()")
    Instant now();
}
