package io.microecommerce.product.stock;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which SKUs few are left, and whether staff know. The stock itself is only read, and no row of it is locked. A SKU of which
 * nothing was ever received is not watched.
 */
public interface LowStocks {

    /** @param threshold pieces; null for the shop's own */
    void setThreshold(String skuId, @Nullable Long threshold);

    /**
     * Ends the episodes of SKUs of which enough are left again, and begins those of SKUs of which few are. What rises and falls
     * between two looks is one episode.
     *
     * @param shopThreshold for SKUs that have none of their own
     */
    void look(long shopThreshold);

    /** Those that staff are to be told of now, in the order in which they became due. */
    List<LowStock> untold(long shopThreshold, int limit);

    /** Staff were told; does nothing if the episode is over. */
    void told(LowStock low);

    /** Staff are not told of it for so long. */
    void putOff(LowStock low, Duration delay);

    /**
     * The fewest first, and then by SKU id.
     *
     * @param after the last of the page before; null for the first page
     */
    List<LowStock> fewest(long shopThreshold, @Nullable LowStock after, int limit);
}
