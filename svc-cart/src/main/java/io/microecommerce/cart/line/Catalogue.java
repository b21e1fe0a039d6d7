package io.microecommerce.cart.line;

import io.microecommerce.api.product.SkuView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is sold, at which price. */
public interface Catalogue {

    Optional<SkuView> sku(String skuId);

    /** @return those that exist, by their id */
    Map<String, SkuView> skus(List<String> skuIds);
}
