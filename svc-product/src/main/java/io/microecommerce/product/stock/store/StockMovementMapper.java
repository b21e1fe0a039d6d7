package io.microecommerce.product.stock.store;

import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.product.stock.StockMovement;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Options.FlushCachePolicy;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** The statements on receipts, returns and corrections. */
@Mapper
interface StockMovementMapper {

    @Insert(
            """
            INSERT INTO sku_stock (sku_id, available) VALUES (#{skuId}, 0)
            ON CONFLICT ON CONSTRAINT sku_stock_pk DO NOTHING
            """)
    int open(@Param("skuId") String skuId);

    @Insert(
            """
            INSERT INTO stock_movement (sku_id, kind, quantity, reason, staff_id, idempotency_key, order_id)
            VALUES (#{command.skuId}, #{command.kind}, #{command.quantity}, #{command.reason}, #{command.staffId},
                    #{command.idempotencyKey}, #{command.orderId})
            ON CONFLICT ON CONSTRAINT stock_movement_once DO NOTHING
            """)
    int insert(@Param("command") MoveStockCommand command);

    @Select(
            """
            SELECT id, sku_id, kind, quantity, reason, staff_id, created_at, order_id FROM stock_movement
             WHERE idempotency_key = #{idempotencyKey}
            """)
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    StockMovement byKey(@Param("idempotencyKey") String idempotencyKey);

    /** Two returns of one order see each other only one after the other. */
    @Select(
            "SELECT xid FROM stock_reservation WHERE order_id = #{orderId} AND sku_id = #{skuId} AND state = 'SOLD' FOR UPDATE")
    List<String> lockSold(@Param("orderId") String orderId, @Param("skuId") String skuId);

    @Select(
            """
            SELECT coalesce((SELECT sum(quantity) FROM stock_reservation
                              WHERE order_id = #{orderId} AND sku_id = #{skuId} AND state = 'SOLD'), 0)
                 - coalesce((SELECT sum(quantity) FROM stock_movement
                              WHERE order_id = #{orderId} AND sku_id = #{skuId}), 0)
            """)
    @Options(flushCache = FlushCachePolicy.TRUE, useCache = false)
    long kept(@Param("orderId") String orderId, @Param("skuId") String skuId);

    // The bounds are moved, not the stock: no sum here can leave the range of bigint.
    @Update(
            """
            UPDATE sku_stock SET available = available + #{quantity}
             WHERE sku_id = #{skuId} AND available >= -#{quantity}
               AND (#{quantity} < 0 OR available <= #{maxAvailable} - #{quantity})
            """)
    int apply(@Param("skuId") String skuId, @Param("quantity") long quantity, @Param("maxAvailable") long maxAvailable);

    @Select(
            """
            SELECT id, sku_id, kind, quantity, reason, staff_id, created_at, order_id FROM stock_movement
             WHERE sku_id = #{skuId} AND id < #{beforeId}
             ORDER BY id DESC LIMIT #{limit}
            """)
    List<StockMovement> newest(
            @Param("skuId") String skuId, @Param("beforeId") long beforeId, @Param("limit") int limit);
}
