package io.microecommerce.product.stock;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.MoveStockCommand;
import io.microecommerce.product.catalog.Catalog;
import io.microecommerce.product.catalog.ListedSku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Tells staff when few pieces of a SKU for sale are left. Each time is told at least once: it is marked as told after it was, and
 * whoever is told twice knows it by its episode. So any number of replicas may watch.
 */
@Service
public class LowStockWatch {

    /** As many as staff read at once. */
    private static final int MAX_LISTED = 100;

    private static final int BATCH = Limits.MAX_LINES;

    /** So much that is low and not for sale is passed over at most, for one list. */
    private static final int MAX_BATCHES = 50;

    /** How long a SKU that is not for sale, or of which nobody will hear, waits before it is looked at again. */
    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(LowStockWatch.class);

    private final LowStocks lowStocks;
    private final LowStockThreshold shopThreshold;
    private final Catalog catalog;
    private final StaffNotices notices;

    LowStockWatch(LowStocks lowStocks, LowStockThreshold shopThreshold, Catalog catalog, StaffNotices notices) {
        this.lowStocks = lowStocks;
        this.shopThreshold = shopThreshold;
        this.catalog = catalog;
        this.notices = notices;
    }

    /**
     * @param threshold 0 to {@link MoveStockCommand#MAX_PIECES}; null for the shop's own
     * @throws Refusal {@code INVALID_FIELD}
     */
    public void setThreshold(String skuId, @Nullable Long threshold) {
        if (threshold != null && (threshold < 0 || threshold > MoveStockCommand.MAX_PIECES)) {
            throw Refusal.invalid("threshold", "must be 0 to " + MoveStockCommand.MAX_PIECES);
        }
        lowStocks.setThreshold(skuId, threshold);
        log.info("The low stock threshold of SKU {} is {}", skuId, threshold == null ? "the shop's" : threshold);
    }

    /** SKUs for sale of which few are left, the fewest first; at most {@value #MAX_LISTED}. */
    public List<LowStock> fewest() {
        List<LowStock> listed = new ArrayList<>();
        LowStock last = null;
        for (int batch = 0; batch < MAX_BATCHES; batch++) {
            List<LowStock> low = lowStocks.fewest(shopThreshold.pieces(), last, BATCH);
            Map<String, ListedSku> forSale = forSale(low);
            low.stream().filter(sku -> forSale.containsKey(sku.skuId())).forEach(listed::add);
            if (low.size() < BATCH || listed.size() >= MAX_LISTED) {
                break;
            }
            last = low.get(low.size() - 1);
        }
        return listed.subList(0, Math.min(listed.size(), MAX_LISTED));
    }

    /** Looks once, and tells what is to be told. What cannot be told now is told by a later call. */
    public void lookAndTell() {
        long threshold = shopThreshold.pieces();
        lowStocks.look(threshold);
        List<LowStock> untold = lowStocks.untold(threshold, BATCH);
        Map<String, ListedSku> forSale = forSale(untold);
        for (LowStock low : untold) {
            ListedSku listed = forSale.get(low.skuId());
            if (listed == null) {
                lowStocks.putOff(low, PUT_OFF);
            } else if (!tell(low, listed.product().title())) {
                return;
            }
        }
    }

    /** False if nobody takes it now: then the others would not be taken either. */
    private boolean tell(LowStock low, String title) {
        try {
            notices.fewLeft(low, title);
        } catch (Refusal refusal) {
            if (refusal.code().retryable()) {
                log.warn("Staff cannot be told now that few of SKU {} are left: {}", low.skuId(), refusal.toString());
                return false;
            }
            log.error("Staff will not hear that few of SKU {} are left", low.skuId(), refusal);
            lowStocks.putOff(low, PUT_OFF);
            return true;
        }
        lowStocks.told(low);
        log.info(
                "Told staff that {} pieces of SKU {} are left, episode {}",
                low.available(),
                low.skuId(),
                low.episode());
        return true;
    }

    private Map<String, ListedSku> forSale(List<LowStock> low) {
        return catalog.skus(low.stream().map(LowStock::skuId).toList()).stream()
                .filter(ListedSku::forSale)
                .collect(Collectors.toMap(listed -> listed.sku().id(), Function.identity()));
    }
}
