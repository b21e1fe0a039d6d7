package io.microecommerce.product.stock;

import java.util.Collection;
import java.util.Map;

/** The stock as it can be read. */
public interface SkuStocks {

    /**
     * All levels as of one moment.
     *
     * @return by SKU id; a SKU of which nothing was ever received is missing
     */
    Map<String, SkuStock> levels(Collection<String> skuIds);
}
