package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.sameId;

import io.microecommerce.api.Limits;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.ProductQuery;
import io.microecommerce.api.product.ProductView;
import io.microecommerce.api.product.SkuView;
import io.microecommerce.gateway.rest.ListResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff see and change of products and SKUs. */
@RestController
@RequestMapping("/api/v1")
class StaffCatalogController {

    private final CatalogFacade catalog;
    private final CatalogEditFacade edit;

    StaffCatalogController(CatalogFacade catalog, CatalogEditFacade edit) {
        this.catalog = catalog;
        this.edit = edit;
    }

    /** As shoppers search, and what is retired is found too. */
    @GetMapping("/staff/product")
    ListResponse<ProductResponse> searchAllProducts(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(name = "min_price", required = false) @Nullable Long minPrice,
            @RequestParam(name = "max_price", required = false) @Nullable Long maxPrice,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        ProductQuery query = new ProductQuery(
                q, ProductSearch.chosen(category), minPrice, maxPrice, ProductSearch.sort(sort), true, page, size);
        return ProductSearch.answer(catalog.products(query), query);
    }

    @GetMapping("/staff/product/{id}")
    ProductResponse showAnyProduct(@PathVariable String id, HttpServletResponse response) {
        return tagged(edit.product(Limits.requireId("id", id)), response);
    }

    @PostMapping("/product")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ProductResponse> addProduct(@RequestBody ProductRequest request, HttpServletResponse response) {
        ProductView added = edit.create(request.toDraft());
        return ResponseEntity.created(URI.create("/api/v1/product/" + added.id()))
                .body(tagged(added, response));
    }

    @PutMapping("/product/{id}")
    ProductResponse changeProduct(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeProductRequest request,
            HttpServletResponse response) {
        long version = Versions.expected(request.version(), ifMatch);
        String productId = sameId(id, request.id());
        return tagged(edit.change(productId, version, request.asProduct().toDraft()), response);
    }

    /** Takes it off sale. It stays, for the orders and carts that speak of it. */
    @DeleteMapping("/product/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retireProduct(@PathVariable String id) {
        edit.retire(Limits.requireId("id", id));
    }

    @PostMapping("/product/{id}/sku")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SkuResponse> addSku(
            @PathVariable String id, @RequestBody SkuRequest request, HttpServletResponse response) {
        SkuView added = edit.addSku(Limits.requireId("id", id), request.toDraft());
        Versions.tag(response, added.version());
        return ResponseEntity.created(URI.create("/api/v1/sku/" + added.id())).body(SkuResponse.of(added));
    }

    @PutMapping("/sku/{id}")
    SkuResponse changeSku(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeSkuRequest request,
            HttpServletResponse response) {
        long version = Versions.expected(request.version(), ifMatch);
        SkuView changed = edit.changeSku(
                sameId(id, request.id()), version, request.asSku().toDraft());
        Versions.tag(response, changed.version());
        return SkuResponse.of(changed);
    }

    private static ProductResponse tagged(ProductView product, HttpServletResponse response) {
        Versions.tag(response, product.version());
        return ProductResponse.of(product);
    }

    /**
     * A product as it is to be from now on.
     *
     * @param version that was read; or {@code If-Match} names it
     * @param skus left out, they stay as they are; those that are no longer listed are retired
     * @param retired left out, it is false
     */
    record ChangeProductRequest(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String title,
            @Nullable String body,
            @Nullable String category,
            @Nullable AssetsRequest assets,
            @Nullable VariantsRequest variants,
            @Nullable List<@Nullable SkuRequest> skus,
            @Nullable Boolean retired) {

        ProductRequest asProduct() {
            return new ProductRequest(id, title, body, category, assets, variants, skus, retired);
        }
    }

    /**
     * A SKU as it is to be from now on.
     *
     * @param version of its product that was read; or {@code If-Match} names it
     * @param retired left out, it is false
     */
    record ChangeSkuRequest(
            @Nullable String id,
            @Nullable Long version,
            @Nullable List<@Nullable AttributeRequest> attrs,
            @Nullable AssetsRequest assets,
            SkuRequest.@Nullable Price price,
            @Nullable Integer limitPerCustomer,
            @Nullable Boolean retired) {

        SkuRequest asSku() {
            return new SkuRequest(id, attrs, assets, price, limitPerCustomer, retired);
        }
    }
}
