package io.microecommerce.product.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.microecommerce.api.money.Money;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductSearch;
import io.microecommerce.product.catalog.Sku;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexInfo;

/** What the catalogue asks of MongoDB, the same of the stand-in and of the real one. */
abstract class CatalogStoreContract {

    private static final int ALL = 100;

    private MongoClient client;
    private MongoTemplate mongo;
    private MongoProducts products;
    private MongoCategories categories;

    /** Connection string of the server, without a database. */
    abstract String uri();

    @BeforeEach
    void connectToAnEmptyDatabase() {
        client = MongoClients.create(uri());
        mongo = new MongoTemplate(client, "catalogue_store_test");
        mongo.getDb().drop();
        new CatalogIndexes(mongo).create();
        products = new MongoProducts(mongo);
        categories = new MongoCategories(mongo);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void readsBackWhatWasStored() {
        Product tee = new Product(
                "tee",
                null,
                "T-shirt 圆领T恤",
                "Cotton",
                "tees",
                new Assets(List.of("/1.svg", "/2.svg"), "/t.svg"),
                List.of("colour"),
                List.of(sku("tee-red", "red", Long.MAX_VALUE, false), sku("tee-blue", "blue", 0, true)),
                false);

        assertThat(products.addIfAbsent(tee)).isTrue();

        assertThat(products.byId("tee")).hasValueSatisfying(stored -> {
            assertThat(stored.version()).isZero();
            assertThat(stored)
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(tee);
        });
        assertThat(products.byId("other")).isEmpty();
    }

    @Test
    void leavesAProductThatExistsAsItIs() {
        products.addIfAbsent(product("tee", "First", "tees"));

        assertThat(products.addIfAbsent(product("tee", "Second", "tees"))).isFalse();

        assertThat(products.byId("tee")).get().extracting(Product::title).isEqualTo("First");
    }

    @Test
    void refusesAChangeOfAnOutdatedVersion() {
        products.addIfAbsent(product("tee", "First", "tees"));
        Product read = products.byId("tee").orElseThrow();

        Product second = products.replace(titled(read, "Second"));

        assertThat(second.version()).isEqualTo(1);
        assertThatThrownBy(() -> products.replace(titled(read, "Third")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(products.byId("tee")).get().extracting(Product::title).isEqualTo("Second");
    }

    @Test
    void findsTheProductsOfSkusRetiredOnesAmongThem() {
        products.addIfAbsent(product("tee", "T-shirt", "tees"));
        products.addIfAbsent(retired(product("lamp", "Lamp", "home")));
        products.addIfAbsent(product("piano", "Piano", "music"));

        assertThat(products.bySkus(Set.of("tee-red", "tee-blue", "lamp-red", "gone")))
                .extracting(Product::id)
                .containsExactlyInAnyOrder("tee", "lamp");
        assertThat(products.bySkus(Set.of())).isEmpty();
    }

    @Test
    void findsProductsThatHoldEveryWordInTitleOrBodyInAnyCase() {
        products.addIfAbsent(product("green", "Green Tea", "tea"));
        products.addIfAbsent(product("black", "Black Tea", "tea"));
        products.addIfAbsent(product("longjing", "西湖龙井", "tea"));

        assertThat(found("TEA green")).containsExactly("green");
        // The body, which all have.
        assertThat(found("tea BODY")).containsExactly("black", "green");
        assertThat(found("龙井")).containsExactly("longjing");
        assertThat(found("tea coffee")).isEmpty();
        assertThat(found()).containsExactly("black", "green", "longjing");
    }

    @Test
    void takesEverySignOfAWordLiterally() {
        products.addIfAbsent(product("percent", "100% (pure) C++ [a.b] \\E $5 ^", "books"));
        products.addIfAbsent(product("other", "Anything", "books"));

        for (String word : List.of("100%", "(pure)", "C++", "[a.b]", "\\E", "$5", "^")) {
            assertThat(found(word)).as(word).containsExactly("percent");
        }
        for (String word : List.of(".*", "(a+)+", "a|b", "C+", "\\QC", "(", "[")) {
            assertThat(found(word)).as(word).doesNotContain("other");
        }
    }

    @Test
    void searchesTheGivenCategoriesOnly() {
        products.addIfAbsent(product("tee", "T-shirt", "tees"));
        products.addIfAbsent(product("sock", "Sock", "socks"));
        products.addIfAbsent(product("lamp", "Lamp", "home"));

        assertThat(products.search(new ProductSearch(List.of(), Set.of("tees", "socks"), 0, ALL)))
                .extracting(Product::id)
                .containsExactly("sock", "tee");
        assertThat(products.search(new ProductSearch(List.of("lamp"), Set.of("tees"), 0, ALL)))
                .isEmpty();
    }

    @Test
    void neverFindsARetiredProduct() {
        products.addIfAbsent(retired(product("tee", "T-shirt", "tees")));

        assertThat(found()).isEmpty();
    }

    @Test
    void pagesByTitleThenIdWithoutGapsOrRepeats() {
        for (String id : List.of("e", "c", "a", "d", "b")) {
            products.addIfAbsent(product(id, "Same title", "tees"));
        }

        assertThat(page(0, 2)).containsExactly("a", "b");
        assertThat(page(2, 2)).containsExactly("c", "d");
        assertThat(page(4, 2)).containsExactly("e");
        assertThat(page(6, 2)).isEmpty();
    }

    @Test
    void keepsCategories() {
        Category home = new Category("home", "Home 家居", null, 1);
        Category tea = new Category("tea", "Tea", "home", 2);

        assertThat(categories.addIfAbsent(home)).isTrue();
        assertThat(categories.addIfAbsent(tea)).isTrue();
        assertThat(categories.addIfAbsent(new Category("tea", "Other", null, 3)))
                .isFalse();

        assertThat(categories.all()).containsExactlyInAnyOrder(home, tea);
    }

    @Test
    void createsItsIndexesOnceHoweverOftenItStarts() {
        new CatalogIndexes(mongo).create();

        assertThat(mongo.indexOps(ProductDocument.class).getIndexInfo())
                .extracting(IndexInfo::getName)
                .containsExactlyInAnyOrder("_id_", "product_by_sku", "product_by_category", "product_by_title");
    }

    private List<String> found(String... words) {
        return products
                .search(new ProductSearch(words.length == 0 ? List.of() : List.of(words[0].split(" ")), null, 0, ALL))
                .stream()
                .map(Product::id)
                .toList();
    }

    private List<String> page(long offset, int limit) {
        return products.search(new ProductSearch(List.of(), null, offset, limit)).stream()
                .map(Product::id)
                .toList();
    }

    private static Product product(String id, String title, String category) {
        return new Product(
                id,
                null,
                title,
                "The body of " + id,
                category,
                new Assets(List.of(), "/t.svg"),
                List.of("colour"),
                List.of(sku(id + "-red", "red", 100, false), sku(id + "-blue", "blue", 100, false)),
                false);
    }

    private static Product titled(Product product, String title) {
        return new Product(
                product.id(),
                product.version(),
                title,
                product.body(),
                product.category(),
                product.assets(),
                product.variants(),
                product.skus(),
                product.retired());
    }

    private static Product retired(Product product) {
        return new Product(
                product.id(),
                product.version(),
                product.title(),
                product.body(),
                product.category(),
                product.assets(),
                product.variants(),
                product.skus(),
                true);
    }

    private static Sku sku(String id, String colour, long priceMinor, boolean retired) {
        return new Sku(
                id,
                List.of(new Attribute("colour", colour)),
                new Assets(List.of(), "/" + id + ".svg"),
                new Money("CNY", priceMinor),
                retired);
    }
}
