package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.HeldPieces;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

/** Reads reservations by their transaction. */
@Mapper
interface HeldReservationMapper {

    @Select(
            """
            <script>
            SELECT xid, min(order_id) AS order_id, bool_or(state = 'HELD') AS held, bool_or(state IN ('SOLD', 'RETURNING', 'RETURNED')) AS settled,
                   string_agg(quantity || ' x ' || sku_id || ' ' || state, ', ' ORDER BY sku_id) AS pieces,
                   min(created_at) AS since
              FROM stock_reservation
             WHERE xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
             GROUP BY xid
            </script>
            """)
    List<HeldPieces> under(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT xid FROM stock_reservation
             WHERE state = 'HELD' AND created_at <= now() - #{millis} * interval '1 ms'
             GROUP BY xid ORDER BY min(created_at) LIMIT #{limit}
            """)
    List<String> xidsHeldFor(@Param("millis") long millis, @Param("limit") int limit);

    /** The pieces that refunds hold, or have returned, under the refunds' own transactions. */
    @Select(
            """
            <script>
            SELECT refund_xid AS xid, min(order_id) AS order_id, bool_or(state = 'RETURNING') AS held,
                   bool_or(state = 'RETURNED') AS settled,
                   string_agg(quantity || ' x ' || sku_id || ' ' || state, ', ' ORDER BY sku_id) AS pieces,
                   min(refund_at) AS since
              FROM stock_reservation
             WHERE refund_xid IN <foreach collection="xids" item="xid" open="(" separator="," close=")">#{xid}</foreach>
             GROUP BY refund_xid
            </script>
            """)
    List<HeldPieces> underRefunds(@Param("xids") Collection<String> xids);

    @Select(
            """
            SELECT refund_xid FROM stock_reservation
             WHERE state = 'RETURNING' AND refund_at <= now() - #{millis} * interval '1 ms'
             GROUP BY refund_xid ORDER BY min(refund_at) LIMIT #{limit}
            """)
    List<String> xidsReturningFor(@Param("millis") long millis, @Param("limit") int limit);
}
