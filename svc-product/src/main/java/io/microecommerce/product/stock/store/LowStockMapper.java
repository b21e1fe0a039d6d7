package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.LowStock;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/**
 * The statements on low stock. They read sku_stock from end to end: an index on what is available would have to be written at
 * every reservation.
 */
@Mapper
interface LowStockMapper {

    @Insert(
            """
            INSERT INTO low_stock_watch (sku_id, threshold) VALUES (#{skuId}, #{threshold})
            ON CONFLICT ON CONSTRAINT low_stock_watch_pk DO UPDATE SET threshold = excluded.threshold
            """)
    int setThreshold(@Param("skuId") String skuId, @Param("threshold") @Nullable Long threshold);

    /** Rows that another replica is at work on are passed over, so two cannot deadlock. */
    @Update(
            """
            UPDATE low_stock_watch SET low_since = NULL, notified_at = NULL
             WHERE sku_id IN (
                SELECT w.sku_id FROM low_stock_watch w JOIN sku_stock s ON s.sku_id = w.sku_id
                 WHERE w.low_since IS NOT NULL AND s.available > coalesce(w.threshold, #{shopThreshold})
                   FOR UPDATE OF w SKIP LOCKED)
            """)
    int endEpisodes(@Param("shopThreshold") long shopThreshold);

    /** In SKU order, so two replicas cannot deadlock; the second finds the episode begun. */
    @Insert(
            """
            INSERT INTO low_stock_watch AS w (sku_id, episode, low_since)
            SELECT s.sku_id, 1, now() FROM sku_stock s LEFT JOIN low_stock_watch o ON o.sku_id = s.sku_id
             WHERE s.available <= coalesce(o.threshold, #{shopThreshold}) AND o.low_since IS NULL
             ORDER BY s.sku_id
            ON CONFLICT ON CONSTRAINT low_stock_watch_pk
            DO UPDATE SET episode = w.episode + 1, low_since = now(), not_before = now()
             WHERE w.low_since IS NULL
            """)
    int beginEpisodes(@Param("shopThreshold") long shopThreshold);

    @Select(
            """
            SELECT w.sku_id, w.episode, s.available, coalesce(w.threshold, #{shopThreshold}) AS threshold
              FROM low_stock_watch w JOIN sku_stock s ON s.sku_id = w.sku_id
             WHERE w.low_since IS NOT NULL AND w.notified_at IS NULL AND w.not_before <= now()
               AND s.available <= coalesce(w.threshold, #{shopThreshold})
             ORDER BY w.not_before, w.sku_id LIMIT #{limit}
            """)
    List<LowStock> untold(@Param("shopThreshold") long shopThreshold, @Param("limit") int limit);

    @Update(
            """
            UPDATE low_stock_watch SET notified_at = now()
             WHERE sku_id = #{low.skuId} AND episode = #{low.episode} AND low_since IS NOT NULL AND notified_at IS NULL
            """)
    int told(@Param("low") LowStock low);

    @Update(
            """
            UPDATE low_stock_watch
               SET not_before = now() + CAST(#{delayMillis} AS double precision) * interval '1 millisecond'
             WHERE sku_id = #{low.skuId} AND episode = #{low.episode}
            """)
    int putOff(@Param("low") LowStock low, @Param("delayMillis") long delayMillis);

    @Select(
            """
            SELECT s.sku_id, coalesce(w.episode, 0) AS episode, s.available,
                   coalesce(w.threshold, #{shopThreshold}) AS threshold
              FROM sku_stock s LEFT JOIN low_stock_watch w ON w.sku_id = s.sku_id
             WHERE s.available <= coalesce(w.threshold, #{shopThreshold})
               AND (s.available, s.sku_id) > (#{available}, #{skuId})
             ORDER BY s.available, s.sku_id LIMIT #{limit}
            """)
    List<LowStock> fewest(
            @Param("shopThreshold") long shopThreshold,
            @Param("available") long available,
            @Param("skuId") String skuId,
            @Param("limit") int limit);
}
