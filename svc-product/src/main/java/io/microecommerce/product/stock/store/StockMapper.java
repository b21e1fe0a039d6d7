package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.StockReservation;
import io.microecommerce.product.stock.StockReservation.Line;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The statements on stock that payments run, and that reading it runs. */
@Mapper
interface StockMapper {

    @Select(
            """
            <script>
            SELECT s.sku_id,
                   s.available,
                   coalesce(sum(r.quantity) FILTER (WHERE r.state = 'HELD'), 0)::bigint AS frozen,
                   coalesce(sum(r.quantity) FILTER (WHERE r.state IN ('SOLD', 'RETURNING')), 0)::bigint AS sold
              FROM sku_stock s
              LEFT JOIN stock_reservation r ON r.sku_id = s.sku_id AND r.state NOT IN ('RELEASED', 'RETURNED')
             WHERE s.sku_id IN
                   <foreach collection="skuIds" item="skuId" open="(" separator="," close=")">#{skuId}</foreach>
             GROUP BY s.sku_id
            </script>
            """)
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    List<SkuStock> levels(@Param("skuIds") Collection<String> skuIds);

    @Insert(
            """
            <script>
            INSERT INTO stock_reservation (xid, sku_id, order_id, quantity, state) VALUES
            <foreach collection="reservation.lines" item="line" separator=",">
                (#{reservation.xid}, #{line.skuId}, #{reservation.orderId}, #{line.quantity}, 'HELD')
            </foreach>
            </script>
            """)
    void insertHeld(@Param("reservation") StockReservation reservation);

    @Update(
            """
            UPDATE sku_stock SET available = available - #{quantity}
             WHERE sku_id = #{skuId} AND available >= #{quantity}
            """)
    int take(@Param("skuId") String skuId, @Param("quantity") long quantity);

    @Update("UPDATE sku_stock SET available = available + #{quantity} WHERE sku_id = #{skuId}")
    int giveBack(@Param("skuId") String skuId, @Param("quantity") long quantity);

    @Select(
            """
            SELECT EXISTS (SELECT FROM stock_reservation
                            WHERE order_id = #{orderId} AND sku_id = #{skuId} AND state = 'HELD' AND xid <> #{xid})
            """)
    boolean heldByAnotherXid(@Param("orderId") String orderId, @Param("skuId") String skuId, @Param("xid") String xid);

    @Update(
            """
            UPDATE stock_reservation SET state = 'SOLD', updated_at = now()
             WHERE xid = #{xid} AND state = 'HELD'
            """)
    int markSold(@Param("xid") String xid);

    // A query to MyBatis, because it returns rows; and a change, which is why its answer is never cached.
    @Select(
            affectData = true,
            value =
                    """
            UPDATE stock_reservation SET state = 'RELEASED', updated_at = now()
             WHERE xid = #{xid} AND state = 'HELD'
            RETURNING sku_id, quantity
            """)
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    List<Line> markReleased(@Param("xid") String xid);

    @Update(
            """
            UPDATE stock_reservation SET state = 'RETURNING', refund_xid = #{refundXid}, refund_at = now()
             WHERE xid = #{paymentXid} AND state = 'SOLD'
            """)
    int markReturning(@Param("paymentXid") String paymentXid, @Param("refundXid") String refundXid);

    @Select("SELECT DISTINCT state FROM stock_reservation WHERE xid = #{xid}")
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    List<String> states(@Param("xid") String xid);

    @Select(
            affectData = true,
            value =
                    """
            UPDATE stock_reservation SET state = 'RETURNED', refund_at = now()
             WHERE refund_xid = #{refundXid} AND state = 'RETURNING'
            RETURNING sku_id, quantity
            """)
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    List<Line> markReturned(@Param("refundXid") String refundXid);

    @Update(
            """
            UPDATE stock_reservation SET state = 'SOLD', refund_xid = NULL, refund_at = NULL
             WHERE refund_xid = #{refundXid} AND state = 'RETURNING'
            """)
    int markSoldAgain(@Param("refundXid") String refundXid);
}
