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
            SELECT xid, min(order_id) AS order_id, bool_or(state = 'HELD') AS held, bool_or(state = 'SOLD') AS sold,
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
}
