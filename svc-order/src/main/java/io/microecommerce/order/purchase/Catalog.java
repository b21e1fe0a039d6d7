package io.microecommerce.order.purchase;

import io.microecommerce.api.product.SkuView;
import java.util.Collection;
import java.util.Map;

/** What is for sale, and at which price. */
public interface Catalog {

    /**
     * @return by id, those that exist
     * @throws io.microecommerce.api.error.Refusal {@code SERVICE_UNAVAILABLE}
     */
    Map<String, SkuView> skus(Collection<String> skuIds);
}
