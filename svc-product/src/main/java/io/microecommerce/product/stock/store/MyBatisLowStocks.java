package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.LowStock;
import io.microecommerce.product.stock.LowStocks;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Low stock in PostgreSQL, by its clock. */
@Repository
class MyBatisLowStocks implements LowStocks {

    private final LowStockMapper mapper;

    MyBatisLowStocks(LowStockMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void setThreshold(String skuId, @Nullable Long threshold) {
        mapper.setThreshold(skuId, threshold);
    }

    @Override
    public void look(long shopThreshold) {
        mapper.endEpisodes(shopThreshold);
        mapper.beginEpisodes(shopThreshold);
    }

    @Override
    public List<LowStock> untold(long shopThreshold, int limit) {
        return mapper.untold(shopThreshold, limit);
    }

    @Override
    public void told(LowStock low) {
        mapper.told(low);
    }

    @Override
    public void putOff(LowStock low, Duration delay) {
        mapper.putOff(low, delay.toMillis());
    }

    @Override
    public List<LowStock> fewest(long shopThreshold, @Nullable LowStock after, int limit) {
        return after == null
                ? mapper.fewest(shopThreshold, -1, "", limit)
                : mapper.fewest(shopThreshold, after.available(), after.skuId(), limit);
    }
}
