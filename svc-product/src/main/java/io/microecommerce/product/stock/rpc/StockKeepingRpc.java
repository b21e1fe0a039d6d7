package io.microecommerce.product.stock.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.LowStockView;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.api.product.SkuView.StockView;
import io.microecommerce.api.product.StockKeepingFacade;
import io.microecommerce.api.product.StockMovementPage;
import io.microecommerce.api.product.StockMovementPage.Movement;
import io.microecommerce.product.catalog.Catalog;
import io.microecommerce.product.stock.LowStockWatch;
import io.microecommerce.product.stock.SkuStock;
import io.microecommerce.product.stock.StockKeeping;
import io.microecommerce.product.stock.StockMovement;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

/** What staff do to the stock. The catalogue is asked whether a SKU exists before any transaction is open. */
@DubboService
public class StockKeepingRpc implements StockKeepingFacade {

    private final Catalog catalog;
    private final StockKeeping keeping;
    private final LowStockWatch watch;

    StockKeepingRpc(Catalog catalog, StockKeeping keeping, LowStockWatch watch) {
        this.catalog = catalog;
        this.keeping = keeping;
        this.watch = watch;
    }

    @Override
    public StockView move(MoveStockCommand command) throws Refusal {
        requireSku(command.skuId());
        SkuStock stock = keeping.move(command);
        return new StockView(stock.available(), stock.frozen(), stock.sold());
    }

    @Override
    public StockMovementPage movements(String skuId, @Nullable String cursor, int size) throws Refusal {
        requireSku(skuId);
        StockKeeping.Page page = keeping.movements(skuId, cursor, size);
        return new StockMovementPage(
                page.items().stream().map(StockKeepingRpc::toView).toList(), page.next());
    }

    @Override
    public void setLowStockThreshold(String skuId, @Nullable Long threshold) throws Refusal {
        requireSku(skuId);
        watch.setThreshold(skuId, threshold);
    }

    @Override
    public List<LowStockView> lowStock() throws Refusal {
        return watch.fewest().stream()
                .map(low -> new LowStockView(low.skuId(), low.available(), low.threshold()))
                .toList();
    }

    private void requireSku(String skuId) {
        catalog.sku(Limits.requireId("sku_id", skuId));
    }

    private static Movement toView(StockMovement movement) {
        return new Movement(
                Long.toString(movement.id()),
                movement.kind(),
                movement.quantity(),
                movement.reason(),
                movement.staffId(),
                movement.createdAt(),
                movement.orderId());
    }
}
