package io.microecommerce.product.stock.store;

import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.product.stock.StockMovement;
import io.microecommerce.product.stock.StockMovements;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Receipts, returns and corrections in PostgreSQL. */
@Repository
class MyBatisStockMovements implements StockMovements {

    private final StockMovementMapper mapper;

    MyBatisStockMovements(StockMovementMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void open(String skuId) {
        mapper.open(skuId);
    }

    @Override
    public boolean add(MoveStockCommand command) {
        return mapper.insert(command) == 1;
    }

    @Override
    public long keptBy(String orderId, String skuId) {
        mapper.lockSold(orderId, skuId);
        return mapper.kept(orderId, skuId);
    }

    @Override
    public StockMovement byKey(String idempotencyKey) {
        return mapper.byKey(idempotencyKey);
    }

    @Override
    public boolean apply(String skuId, long quantity, long maxAvailable) {
        return mapper.apply(skuId, quantity, maxAvailable) == 1;
    }

    @Override
    public List<StockMovement> newest(String skuId, long beforeId, int limit) {
        return mapper.newest(skuId, beforeId, limit);
    }
}
