package io.microecommerce.product.stock.store;

import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.SkuStocks;
import io.microecommerce.product.stock.StockLedger;
import io.microecommerce.product.stock.StockReservation;
import io.microecommerce.product.stock.StockReservation.Line;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Stock in PostgreSQL. */
@Repository
class MyBatisStock implements SkuStocks, StockLedger {

    private final StockMapper mapper;

    MyBatisStock(StockMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Map<String, SkuStock> levels(Collection<String> skuIds) {
        if (skuIds.isEmpty()) {
            return Map.of();
        }
        return mapper.levels(skuIds).stream().collect(Collectors.toMap(SkuStock::skuId, Function.identity()));
    }

    @Override
    public void recordHeld(StockReservation reservation) {
        mapper.insertHeld(reservation);
    }

    @Override
    public boolean take(Line line) {
        return mapper.take(line.skuId(), line.quantity()) == 1;
    }

    @Override
    public void giveBack(Line line) {
        if (mapper.giveBack(line.skuId(), line.quantity()) != 1) {
            throw new IllegalStateException("The stock row of SKU " + line.skuId() + " is gone");
        }
    }

    @Override
    public boolean heldByEarlierAttempt(StockReservation reservation, Line line) {
        return mapper.heldByAnotherXid(reservation.orderId(), line.skuId(), reservation.xid());
    }

    @Override
    public int markSold(String xid) {
        return mapper.markSold(xid);
    }

    @Override
    public List<Line> markReleased(String xid) {
        return mapper.markReleased(xid).stream()
                .sorted(Comparator.comparing(Line::skuId))
                .toList();
    }

    @Override
    public int markReturning(String paymentXid, String refundXid) {
        return mapper.markReturning(paymentXid, refundXid);
    }

    @Override
    public boolean returned(String paymentXid) {
        return mapper.states(paymentXid).contains("RETURNED");
    }

    @Override
    public boolean returning(String paymentXid) {
        return mapper.states(paymentXid).contains("RETURNING");
    }

    @Override
    public List<Line> markReturned(String refundXid) {
        return mapper.markReturned(refundXid).stream()
                .sorted(Comparator.comparing(Line::skuId))
                .toList();
    }

    @Override
    public int markSoldAgain(String refundXid) {
        return mapper.markSoldAgain(refundXid);
    }
}
