package io.microecommerce.product.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.Sku;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
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

    DemoCatalogue(Categories categories, Products products) {
        this.categories = categories;
        this.products = products;
    }

    /** The resource {@code demo/catalogue.json}; its prices are in minor units of one currency. */
    record Content(String currency, List<Category> categories, List<ProductEntry> products) {

        List<Product> toProducts() {
            return products.stream().map(product -> product.toProduct(currency)).toList();
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

        Product toProduct(String currency) {
            Assets assets = new Assets(List.of(picture), picture);
            return new Product(
                    id,
                    null,
                    title,
                    body,
                    category,
                    assets,
                    variants,
                    skus.stream()
                            .map(sku -> sku.toSku(currency, variants, assets))
                            .toList(),
                    false);
        }
    }

    /** @param values one for each variant of the product, in their order */
    record SkuEntry(String id, List<String> values, @JsonProperty("price_minor") long priceMinor) {

        Sku toSku(String currency, List<String> variants, Assets assets) {
            List<Attribute> attributes = IntStream.range(0, variants.size())
                    .mapToObj(i -> new Attribute(variants.get(i), values.get(i)))
                    .toList();
            return new Sku(id, attributes, assets, new Money(currency, priceMinor), false);
        }
    }

    void load() {
        Content content = read();
        long added = content.categories().stream()
                        .filter(categories::addIfAbsent)
                        .count()
                + content.toProducts().stream().filter(products::addIfAbsent).count();
        log.info("Demonstration catalogue: added {} categories and products that were missing", added);
    }

    static Content read() {
        try (InputStream json = new ClassPathResource("demo/catalogue.json").getInputStream()) {
            return JsonMapper.shared().readValue(json, Content.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
