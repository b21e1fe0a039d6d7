package io.microecommerce.gateway.product.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.gateway.rest.ListResponse;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looking around in the shop; nobody needs to log in for it. */
@RestController
@RequestMapping("/api/v1")
class CatalogController {

    private final CatalogFacade catalog;

    CatalogController(CatalogFacade catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/product")
    ListResponse<ProductResponse> searchProducts(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(name = "min_price", required = false) @Nullable Long minPrice,
            @RequestParam(name = "max_price", required = false) @Nullable Long maxPrice,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        ProductQuery query = new ProductQuery(
                q, ProductSearch.chosen(category), minPrice, maxPrice, ProductSearch.sort(sort), false, page, size);
        return ProductSearch.answer(catalog.products(query), query);
    }

    @GetMapping("/product/{id}")
    ProductResponse showProduct(@PathVariable String id, HttpServletResponse response) {
        ProductView product = catalog.product(Limits.requireId("id", id));
        Versions.tag(response, product.version());
        return ProductResponse.of(product);
    }

    @GetMapping("/category")
    ListResponse<CategoryResponse> listCategories() {
        return ListResponse.of(catalog.categories(), CategoryResponse::of, null);
    }

    @GetMapping("/sku/{id}")
    SkuResponse showSku(@PathVariable String id, HttpServletResponse response) {
        SkuView sku = catalog.sku(Limits.requireId("id", id));
        Versions.tag(response, sku.version());
        return SkuResponse.of(sku);
    }
}
