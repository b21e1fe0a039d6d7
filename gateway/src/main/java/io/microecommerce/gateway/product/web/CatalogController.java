package io.microecommerce.gateway.product.web;

import io.microecommerce.api.Limits;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.CategoryView;
import io.microecommerce.api.product.ProductPage;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.gateway.rest.ListResponse;
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
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        // An empty parameter is how a form says that nothing was chosen.
        String chosen = category == null || category.isEmpty() ? null : category;
        ProductPage found = catalog.products(new ProductQuery(q, chosen, page, size));
        return ListResponse.of(found.items(), ProductResponse::of, found.hasMore() ? Integer.toString(page + 1) : null);
    }

    @GetMapping("/product/{id}")
    ProductResponse showProduct(@PathVariable String id) {
        return ProductResponse.of(catalog.product(Limits.requireId("id", id)));
    }

    @GetMapping("/category")
    ListResponse<CategoryResponse> listCategories() {
        return ListResponse.of(catalog.categories(), CategoryResponse::of, null);
    }

    @GetMapping("/sku/{id}")
    SkuResponse showSku(@PathVariable String id) {
        return SkuResponse.of(catalog.sku(Limits.requireId("id", id)));
    }

    /** @param parentId null for a category at the top */
    record CategoryResponse(String id, String name, @Nullable String parentId) {

        static CategoryResponse of(CategoryView category) {
            return new CategoryResponse(category.id(), category.name(), category.parentId());
        }
    }
}
