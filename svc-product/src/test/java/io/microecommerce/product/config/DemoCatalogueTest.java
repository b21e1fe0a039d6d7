package io.microecommerce.product.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.product.ProductTestbed;
import io.microecommerce.product.catalog.Categories;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductSearch;
import io.microecommerce.product.catalog.Products;
import io.microecommerce.product.catalog.Sku;
import io.microecommerce.service.tcc.ParticipantTestbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.ClassPathResource;

class DemoCatalogueTest {

    private static final Pattern STOCK_ROW = Pattern.compile("\\('([a-z0-9-]+)', (\\d+)\\)");

    @RegisterExtension
    static final ParticipantTestbed testbed = ProductTestbed.create();

    private final DemoCatalogue.Content content = DemoCatalogue.read();
    private final List<Product> products = content.toProducts(Instant.EPOCH);

    @Test
    void everyProductStandsInACategoryAndEveryCategoryInOne() {
        List<Category> categories = content.toCategories();
        List<String> ids = categories.stream().map(Category::id).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(products)
                .allSatisfy(product -> assertThat(product.category()).isIn(ids));
        assertThat(categories)
                .filteredOn(category -> category.parent() != null)
                .allSatisfy(category -> assertThat(category.parent()).isIn(ids));
    }

    @Test
    void theMigrationStocksEverySkuAndNoOther() throws IOException {
        assertThat(stock().keySet()).isEqualTo(skus().keySet());
    }

    @Test
    void holdsTheSkusThatTourAndTestsRelyOn() throws IOException {
        assertThat(skus().get("tee-red-m").price()).isEqualTo(new Money("CNY", 8900));
        assertThat(stock()).containsEntry("tee-red-m", 100);
        assertThat(skus().get("lamp-last-one").price()).isEqualTo(new Money("CNY", 12900));
        assertThat(stock()).containsEntry("lamp-last-one", 1);
        assertThat(skus().get("piano-grand").price()).isEqualTo(new Money("CNY", 12000000));
        assertThat(stock()).containsEntry("piano-grand", 3);
        assertThat(skus().get("concert-ticket-1").price()).isEqualTo(new Money("CNY", 30000));
        assertThat(skus().get("concert-ticket-1").limitPerCustomer()).isEqualTo(2);
        assertThat(stock()).containsEntry("concert-ticket-1", 500);
    }

    @Test
    void isLoadedOnceHoweverOftenTheServiceStarts() {
        Products store = testbed.bean(Products.class);
        DemoCatalogue demo = new DemoCatalogue(testbed.bean(Categories.class), store, Clock.systemUTC());
        demo.load();
        Product first = store.byId("tee").orElseThrow();

        demo.load();

        assertThat(store.byId("tee")).contains(first);
        assertThat(store.search(new ProductSearch(
                        List.of("cotton"), Set.of("tees"), null, null, ProductSort.TITLE, false, 0, 10)))
                .containsExactly(first);
    }

    private Map<String, Sku> skus() {
        return products.stream()
                .flatMap(product -> product.skus().stream())
                .collect(Collectors.toMap(Sku::id, sku -> sku));
    }

    private static Map<String, Integer> stock() throws IOException {
        Map<String, Integer> stock = new HashMap<>();
        for (String migration : List.of("V1000__demo_stock.sql", "V1001__demo_concert_ticket.sql")) {
            STOCK_ROW
                    .matcher(new ClassPathResource("db/demo/" + migration).getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(row -> stock.put(row.group(1), Integer.valueOf(row.group(2))));
        }
        return stock;
    }
}
