package io.microecommerce.order.purchase.store;

import io.microecommerce.order.paging.Cursor;
import io.microecommerce.order.purchase.HeldOrder;
import io.microecommerce.order.purchase.StatusChange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The statements on orders that leave the status as it is; {@link TransitionMapper} has those that change it. */
@Mapper
interface OrderMapper {

    String COLUMNS =
            "id, customer_id, request_hash, shipping_address, created_at, pay_by, status, xid, payment_id, paid_at,"
                    + " carrier, tracking_number, shipped_at, completed_at, cancelled_at, cancel_reason,"
                    + " refund_id, refund_xid, refunded_from";

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

    /** What is null does not narrow the list. */
    @Select(
            "<script>SELECT " + COLUMNS + " FROM orders"
                    + """
            <where>
                <if test="customerId != null">AND customer_id = #{customerId}</if>
                <if test="status != null">AND status = #{status}</if>
                <if test="from != null">AND created_at &gt;= #{from}</if>
                <if test="to != null">AND created_at &lt; #{to}</if>
                <if test="after != null">AND (created_at, id) &lt; (#{after.createdAt}, #{after.id})</if>
            </where>
            ORDER BY created_at DESC, id DESC LIMIT #{limit}
            </script>
            """)
    List<OrderRow> newest(
            @Param("customerId") @Nullable String customerId,
            @Param("status") @Nullable String status,
            @Param("from") @Nullable Instant from,
            @Param("to") @Nullable Instant to,
            @Param("after") @Nullable Cursor after,
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

    @Select(
            """
            SELECT from_status, to_status, actor, actor_id, at FROM order_history
            WHERE order_id = #{orderId} ORDER BY seq
            """)
    List<StatusChange> history(@Param("orderId") String orderId);

    /** Until the transaction ends, nobody else who asks for this lock places an order of this customer. */
    @Select("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('orders of ' || #{customerId}, 0))")
    int lockOrdersOf(@Param("customerId") String customerId);

    /** In the customer's orders that stand. */
    @Select(
            """
            <script>
            SELECT line.sku_id, sum(line.quantity) AS pieces
            FROM orders JOIN order_line line ON line.order_id = orders.id
            WHERE orders.customer_id = #{customerId} AND orders.status NOT IN ('CANCELLED', 'REFUNDED') AND line.sku_id IN
            <foreach collection="skuIds" item="skuId" open="(" separator="," close=")">#{skuId}</foreach>
            GROUP BY line.sku_id
            </script>
            """)
    List<SkuPieces> standingPieces(@Param("customerId") String customerId, @Param("skuIds") List<String> skuIds);

    @Update(
            """
            UPDATE orders SET shipping_address = CAST(#{shippingAddress} AS jsonb)
            WHERE id = #{id} AND customer_id = #{customerId} AND status IN ('PENDING_PAYMENT', 'PAYING', 'PAID')
            """)
    int redirect(
            @Param("id") String id,
            @Param("customerId") String customerId,
            @Param("shippingAddress") @Nullable String shippingAddress);

    /** @return how many of the customer's orders are neither completed, cancelled nor refunded; nothing is erased unless it is 0 */
    @Select(
            value =
                    """
            WITH open AS (
                SELECT count(*) AS orders FROM orders
                WHERE customer_id = #{customerId} AND status NOT IN ('COMPLETED', 'CANCELLED', 'REFUNDED')
            ), erased AS (
                UPDATE orders SET shipping_address = NULL, idempotency_key = NULL, request_hash = NULL
                WHERE customer_id = #{customerId} AND (SELECT open.orders FROM open) = 0
                  AND (shipping_address IS NOT NULL OR idempotency_key IS NOT NULL)
            )
            SELECT open.orders FROM open
            """,
            affectData = true)
    long forget(@Param("customerId") String customerId);

    @Update(
            """
            UPDATE orders SET idempotency_key = NULL, request_hash = NULL
            WHERE id IN (
                SELECT id FROM orders
                WHERE idempotency_key IS NOT NULL
                  AND created_at < now() - CAST(#{keptMillis} AS double precision) * interval '1 millisecond'
                  AND (pay_by <= now() OR status IN ('COMPLETED', 'CANCELLED', 'REFUNDED'))
                ORDER BY created_at LIMIT #{limit} FOR UPDATE SKIP LOCKED)
            """)
    int forgetKeys(@Param("keptMillis") long keptMillis, @Param("limit") int limit);

    @Select("SELECT now()")
    Instant now();

    @Select(
            """
            <script>
            SELECT o.id AS order_id, o.payment_id, o.xid, o.status, h.at AS since
              FROM orders o JOIN order_history h ON h.order_id = o.id AND h.seq = o.history_length
             WHERE o.xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
            </script>
            """)
    List<HeldOrder> under(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT o.xid
              FROM orders o JOIN order_history h ON h.order_id = o.id AND h.seq = o.history_length
             WHERE o.status = 'PAYING' AND h.at <= now() - #{millis} * interval '1 ms'
             ORDER BY h.at LIMIT #{limit}
            """)
    List<String> xidsPayingFor(@Param("millis") long millis, @Param("limit") int limit);

    @Select(
            """
            <script>
            SELECT o.id AS order_id, o.payment_id, o.refund_xid AS xid, o.status, h.at AS since
              FROM orders o JOIN order_history h ON h.order_id = o.id AND h.seq = o.history_length
             WHERE o.refund_xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
            </script>
            """)
    List<HeldOrder> underRefunds(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT o.refund_xid
              FROM orders o JOIN order_history h ON h.order_id = o.id AND h.seq = o.history_length
             WHERE o.status = 'REFUNDING' AND h.at <= now() - #{millis} * interval '1 ms'
             ORDER BY h.at LIMIT #{limit}
            """)
    List<String> xidsRefundingFor(@Param("millis") long millis, @Param("limit") int limit);
}
