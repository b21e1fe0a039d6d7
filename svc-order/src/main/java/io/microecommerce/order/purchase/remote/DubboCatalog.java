package io.microecommerce.order.purchase.remote;

import static java.util.stream.Collectors.toMap;

import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.order.purchase.Catalog;
import io.microecommerce.service.rpc.Failures;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.dubbo.rpc.RpcException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The catalogue of svc-product. */
@Component
class DubboCatalog implements Catalog {

    private static final Logger log = LoggerFactory.getLogger(DubboCatalog.class);

    private final CatalogFacade catalog;

    DubboCatalog(CatalogFacade catalog) {
        this.catalog = catalog;
    }

    @Override
    public Map<String, SkuView> skus(Collection<String> skuIds) {
        try {
            return catalog.skus(List.copyOf(skuIds)).stream().collect(toMap(SkuView::id, Function.identity()));
        } catch (RpcException unanswered) {
            log.warn("svc-product does not answer: {}", unanswered.toString());
            throw Failures.unavailable("The catalogue");
        }
    }
}
