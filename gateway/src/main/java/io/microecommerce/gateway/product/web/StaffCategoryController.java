package io.microecommerce.gateway.product.web;

import static io.microecommerce.gateway.request.RequestFields.required;
import static io.microecommerce.gateway.request.RequestFields.sameId;

import io.microecommerce.api.Limits;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CategoryDraft;
import io.microecommerce.api.product.CategoryView;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff change of categories. */
@RestController
@RequestMapping("/api/v1/category")
class StaffCategoryController {

    private final CatalogEditFacade edit;

    StaffCategoryController(CatalogEditFacade edit) {
        this.edit = edit;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CategoryResponse> addCategory(@RequestBody CategoryRequest request, HttpServletResponse response) {
        CategoryView added = edit.createCategory(request.toDraft());
        Versions.tag(response, added.version());
        return ResponseEntity.created(URI.create("/api/v1/category/" + added.id()))
                .body(CategoryResponse.of(added));
    }

    @PutMapping("/{id}")
    CategoryResponse changeCategory(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChangeCategoryRequest request,
            HttpServletResponse response) {
        long version = Versions.expected(request.version(), ifMatch);
        CategoryView changed = edit.changeCategory(sameId(id, request.id()), version, request.toDraft());
        Versions.tag(response, changed.version());
        return CategoryResponse.of(changed);
    }

    /** Only while nothing stands in it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCategory(@PathVariable String id) {
        edit.removeCategory(Limits.requireId("id", id));
    }

    /**
     * @param id left out to have one made up
     * @param parentId left out for a category at the top
     */
    record CategoryRequest(@Nullable String id, @Nullable String name, @Nullable String parentId) {

        CategoryDraft toDraft() {
            return new CategoryDraft(id, required("name", name), parentId);
        }
    }

    /**
     * @param version that was read; or {@code If-Match} names it
     * @param parentId left out for a category at the top
     */
    record ChangeCategoryRequest(
            @Nullable String id, @Nullable Long version, @Nullable String name, @Nullable String parentId) {

        CategoryDraft toDraft() {
            return new CategoryDraft(id, required("name", name), parentId);
        }
    }
}
