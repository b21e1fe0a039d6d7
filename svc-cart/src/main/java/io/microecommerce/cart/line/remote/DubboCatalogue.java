package io.microecommerce.cart.line.remote;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.cart.line.Catalogue;
import io.microecommerce.service.rpc.Failures;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.dubbo.rpc.RpcException;
import org.springframework.stereotype.Component;

/** The catalogue of svc-product. */
@Component
class DubboCatalogue implements Catalogue {

    private final CatalogFacade catalog;

    DubboCatalogue(CatalogFacade catalog) {
        this.catalog = catalog;
    }

    @Override
    public Optional<SkuView> sku(String skuId) {
        try {
            return Optional.of(answer(() -> catalog.sku(skuId)));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SKU_NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    @Override
    public Map<String, SkuView> skus(List<String> skuIds) {
        return answer(() -> catalog.skus(skuIds)).stream().collect(Collectors.toMap(SkuView::id, Function.identity()));
    }

    /** A question changes nothing, so even one that timed out may simply be asked again. */
    private static <T> T answer(Supplier<T> question) {
        try {
            return question.get();
        } catch (RpcException noAnswer) {
            throw Failures.unavailable("The catalogue");
        }
    }
}
