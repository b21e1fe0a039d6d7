package io.microecommerce.product.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.CategoryTree;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A shop to look at, in the local profile only. What exists is left as it is; its stock comes by a migration. */
@Component
@Profile("local")
class DemoCatalogue {

    private static final Logger log = LoggerFactory.getLogger(DemoCatalogue.class);

    private final Categories categories;
    private final Products products;
    private final Clock clock;

    DemoCatalogue(Categories categories, Products products, Clock clock) {
        this.categories = categories;
        this.products = products;
        this.clock = clock;
    }

    /** The resource {@code demo/catalogue.json}; its prices are in minor units of one currency. */
    record Content(String currency, List<CategoryEntry> categories, List<ProductEntry> products) {

        List<Category> toCategories() {
            return categories.stream().map(CategoryEntry::toCategory).toList();
        }

        List<Product> toProducts(Instant createdAt) {
            return products.stream()
                    .map(product -> product.toProduct(currency, createdAt))
                    .toList();
        }
    }

    record CategoryEntry(String id, String name, @Nullable String parent, int position) {

        Category toCategory() {
            return new Category(id, 0, name, parent, position);
        }
    }

    record ProductEntry(
            String id,
            String title,
            String body,
            String category,
            String picture,
            List<String> variants,
            List<SkuEntry> skus) {

        Product toProduct(String currency, Instant createdAt) {
            Assets assets = new Assets(List.of(picture), picture);
            return new Product(
                    id,
                    null,
                    title,
                    body,
                    category,
                    assets,
                    variants,
                    skus.stream().map(sku -> sku.toSku(currency, variants)).toList(),
                    false,
                    createdAt);
        }
    }

    /**
     * @param values one for each variant of the product, in their order
     * @param limitPerCustomer left out for no limit
     */
    record SkuEntry(
            String id,
            List<String> values,
            @JsonProperty("price_minor") long priceMinor,
            @JsonProperty("limit_per_customer") @Nullable Integer limitPerCustomer) {

        Sku toSku(String currency, List<String> variants) {
            List<Attribute> attributes = IntStream.range(0, variants.size())
                    .mapToObj(i -> new Attribute(variants.get(i), values.get(i)))
                    .toList();
            return new Sku(id, attributes, null, new Money(currency, priceMinor), limitPerCustomer, false);
        }
    }

    void load() {
        Content content = read();
        categories.change(tree -> withMissing(tree, content.toCategories()));
        long added = content.toProducts(clock.instant().truncatedTo(ChronoUnit.MILLIS)).stream()
                .filter(product -> products.addIfAbsent(product).isPresent())
                .count();
        log.info("Demonstration catalogue: added {} products that were missing", added);
    }

    private static CategoryTree withMissing(CategoryTree tree, List<Category> categories) {
        CategoryTree whole = tree;
        for (Category category : categories) {
            if (whole.find(category.id()).isEmpty()) {
                whole = whole.with(category);
            }
        }
        return whole;
    }

    static Content read() {
        try (InputStream json = new ClassPathResource("demo/catalogue.json").getInputStream()) {
            return JsonMapper.shared().readValue(json, Content.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
