package io.microecommerce.product.catalog.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.microecommerce.api.money.Money;
import io.microecommerce.api.product.ProductSort;
import io.microecommerce.product.catalog.Assets;
import io.microecommerce.product.catalog.Attribute;
import io.microecommerce.product.catalog.Category;
import io.microecommerce.product.catalog.Product;
import io.microecommerce.product.catalog.ProductSearch;
import io.microecommerce.product.catalog.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexInfo;
import org.springframework.data.mongodb.core.index.IndexOperations;

/** What the catalogue asks of MongoDB, the same of the stand-in and of the real one. */
abstract class CatalogStoreContract {

    private static final int ALL = 100;

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.678Z");

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
                List.of(
                        sku("tee-red", "red", Long.MAX_VALUE, false),
                        new Sku("tee-blue", List.of(new Attribute("colour", "blue")), null, cny(0), 2, true)),
                false,
                CREATED);

        assertThat(products.addIfAbsent(tee)).get().extracting(Product::version).isEqualTo(0L);

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

        assertThat(products.addIfAbsent(product("tee", "Second", "tees"))).isEmpty();

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

        assertThat(ids(search(List.of(), Set.of("tees", "socks"), 0, ALL))).containsExactly("sock", "tee");
        assertThat(ids(search(List.of("lamp"), Set.of("tees"), 0, ALL))).isEmpty();
    }

    @Test
    void findsARetiredProductOnlyWhereItIsAskedFor() {
        products.addIfAbsent(retired(product("tee", "T-shirt", "tees")));

        assertThat(found()).isEmpty();
        assertThat(ids(new ProductSearch(List.of(), null, null, null, ProductSort.TITLE, true, 0, ALL)))
                .containsExactly("tee");
    }

    @Test
    void findsWhatHasOneSkuForSaleBetweenTheBounds() {
        products.addIfAbsent(priced("both-sides", CREATED, live(5), live(50)));
        products.addIfAbsent(priced("gone", CREATED, live(5), gone(20)));
        products.addIfAbsent(priced("between", CREATED, live(5), live(20)));
        products.addIfAbsent(retired(priced("retired", CREATED, live(20))));

        assertThat(pricedBetween(10L, 40L)).containsExactly("between");
        assertThat(pricedBetween(20L, 20L)).containsExactly("between");
        assertThat(pricedBetween(21L, null)).containsExactly("both-sides");
        assertThat(pricedBetween(null, 4L)).isEmpty();
        assertThat(pricedBetween(null, 5L)).containsExactly("between", "both-sides", "gone");
        assertThat(ids(new ProductSearch(List.of(), null, 20L, 20L, ProductSort.TITLE, true, 0, ALL)))
                .as("nothing of a retired product is for sale")
                .containsExactly("between");
    }

    @Test
    void sortsByTheCheapestSkuForSaleAndPutsWhatIsNotForSaleLast() {
        products.addIfAbsent(priced("nothing", CREATED, gone(1)));
        products.addIfAbsent(priced("dear", CREATED, live(90), gone(1)));
        products.addIfAbsent(priced("tie-b", CREATED, live(30), live(99)));
        products.addIfAbsent(priced("tie-a", CREATED, live(30)));
        products.addIfAbsent(priced("cheap", CREATED, live(10), live(1_000)));

        assertThat(sorted(ProductSort.PRICE_ASCENDING)).containsExactly("cheap", "tie-a", "tie-b", "dear", "nothing");
        assertThat(sorted(ProductSort.PRICE_DESCENDING)).containsExactly("dear", "tie-a", "tie-b", "cheap", "nothing");
    }

    @Test
    void sortsByPriceAsItIsAfterAChange() {
        products.addIfAbsent(priced("a", CREATED, live(10)));
        products.addIfAbsent(priced("b", CREATED, live(20)));
        Product a = products.byId("a").orElseThrow();

        products.replace(new Product(
                a.id(),
                a.version(),
                a.title(),
                a.body(),
                a.category(),
                a.assets(),
                a.variants(),
                priced("a", CREATED, live(30)).skus(),
                false,
                a.createdAt()));

        assertThat(sorted(ProductSort.PRICE_ASCENDING)).containsExactly("b", "a");
    }

    @Test
    void sortsTheNewestFirst() {
        products.addIfAbsent(priced("old", CREATED.minusSeconds(1), live(1)));
        products.addIfAbsent(priced("tie-b", CREATED, live(1)));
        products.addIfAbsent(priced("tie-a", CREATED, live(1)));
        products.addIfAbsent(priced("new", CREATED.plusMillis(1), live(1)));

        assertThat(sorted(ProductSort.NEWEST)).containsExactly("new", "tie-a", "tie-b", "old");
    }

    @Test
    void pagesInEveryOrderWithoutGapsOrRepeats() {
        for (String id : List.of("e", "c", "a", "d", "b")) {
            products.addIfAbsent(priced(id, CREATED, live(7)));
        }

        for (ProductSort sort : ProductSort.values()) {
            List<String> pages = new ArrayList<>();
            for (int offset = 0; offset < 6; offset += 2) {
                pages.addAll(ids(new ProductSearch(List.of(), null, 7L, 7L, sort, false, offset, 2)));
            }
            assertThat(pages).as(sort.name()).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void aSkuBelongsToOneProduct() {
        products.addIfAbsent(product("tee", "T-shirt", "tees"));
        products.addIfAbsent(product("lamp", "Lamp", "home"));
        Product lamp = products.byId("lamp").orElseThrow();

        assertThat(products.addIfAbsent(withSkus(product("sock", "Sock", "tees"), sku("tee-red", "red", 1, false))))
                .isEmpty();
        assertThat(products.byId("sock")).isEmpty();
        assertThatThrownBy(() -> products.replace(withSkus(lamp, sku("tee-blue", "blue", 1, true))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(products.byId("lamp")).contains(lamp);
        assertThat(products.replace(withSkus(lamp, sku("lamp-red", "red", 1, false)))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void anyNumberOfProductsMayHaveNoSkus() {
        assertThat(products.addIfAbsent(withSkus(product("a", "A", "tees")))).isPresent();
        assertThat(products.addIfAbsent(withSkus(product("b", "B", "tees")))).isPresent();

        Product a = products.byId("a").orElseThrow();
        Product stocked = products.replace(withSkus(a, sku("a-red", "red", 1, false)));
        assertThat(products.replace(withSkus(stocked)).skus()).isEmpty();
        assertThat(products.addIfAbsent(withSkus(product("c", "C", "tees"), sku("a-red", "red", 1, false))))
                .as("its SKU is free again")
                .isPresent();
    }

    @Test
    void oneOfManyConcurrentAddsAndOneOfManyConcurrentChangesWins() {
        List<Boolean> added = together(
                8, i -> products.addIfAbsent(withSkus(product("p" + i, "P", "tees"), sku("same", "red", 1, false)))
                        .isPresent());
        assertThat(added).filteredOn(won -> won).hasSize(1);

        Product read = products.bySkus(Set.of("same")).get(0);
        List<Boolean> changed = together(8, i -> {
            try {
                products.replace(titled(read, "Title " + i));
                return true;
            } catch (OptimisticLockingFailureException overtaken) {
                return false;
            }
        });
        assertThat(changed).filteredOn(won -> won).hasSize(1);
        assertThat(products.byId(read.id())).get().extracting(Product::version).isEqualTo(1L);
    }

    @Test
    void readsAndFillsInWhatTheFirstVersionStored() {
        mongo.getCollection("product").insertMany(List.of(firstVersion("old"), firstVersion("older")));
        mongo.getCollection("product")
                .updateOne(new Document("_id", "older"), new Document("$unset", new Document("version", "")));

        assertThat(products.byId("old")).hasValueSatisfying(old -> {
            assertThat(old.version()).isEqualTo(4);
            assertThat(old.createdAt()).isEqualTo(Instant.EPOCH);
            assertThat(old.skus()).extracting(Sku::limitPerCustomer).containsExactly(null, null);
        });
        assertThat(products.byId("older")).get().extracting(Product::version).isEqualTo(0L);

        new CatalogUpgrade(mongo).run();
        new CatalogUpgrade(mongo).run();

        products.addIfAbsent(priced("new", CREATED, live(200)));
        assertThat(sorted(ProductSort.PRICE_ASCENDING)).containsExactly("old", "older", "new");
        assertThat(sorted(ProductSort.NEWEST)).containsExactly("new", "old", "older");
        assertThat(products.byId("old")).get().extracting(Product::version).isEqualTo(4L);
        assertThat(products.addIfAbsent(withSkus(product("thief", "Thief", "tees"), sku("old-b", "red", 1, false))))
                .isEmpty();
        for (String id : List.of("old", "older")) {
            Product read = products.byId(id).orElseThrow();
            Product stored = products.replace(titled(read, "Changed"));
            assertThat(stored.version()).isEqualTo(Objects.requireNonNull(read.version()) + 1);
        }
    }

    @Test
    void fillsInHoweverManyThereAre() {
        mongo.getCollection("product")
                .insertMany(IntStream.range(0, 250)
                        .mapToObj(i -> firstVersion("old-" + i))
                        .toList());

        new CatalogUpgrade(mongo).run();

        assertThat(mongo.getCollection("product").countDocuments(new Document("for_sale", true)))
                .isEqualTo(250);
    }

    @Test
    void doesNotFillInOverAChange() {
        mongo.getCollection("product").insertOne(firstVersion("old"));
        Product read = products.byId("old").orElseThrow();
        products.replace(withSkus(read, sku("old-a", "red", 7, false)));

        new CatalogUpgrade(mongo).run();

        assertThat(products.byId("old")).hasValueSatisfying(old -> {
            assertThat(old.version()).isEqualTo(5);
            assertThat(old.lowestPriceMinor()).hasValue(7);
        });
        assertThat(mongo.getCollection("product")
                        .find(new Document("_id", "old"))
                        .first())
                .containsEntry("lowest_price_minor", 7L);
    }

    @Test
    void tellsWhetherAnythingStandsInACategory() {
        products.addIfAbsent(retired(product("tee", "T-shirt", "tees")));

        assertThat(products.anyIn("tees")).isTrue();
        assertThat(products.anyIn("socks")).isFalse();
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
        Category home = new Category("home", 0, "Home 家居", null, 1);
        Category tea = new Category("tea", 3, "Tea", "home", 2);

        assertThat(categories.tree().all()).isEmpty();
        categories.change(tree -> tree.with(home));
        categories.change(tree -> tree.with(tea));

        assertThat(categories.tree().all()).containsExactlyInAnyOrder(home, tea);
    }

    @Test
    void keepsTheCategoriesThatTheFirstVersionStored() {
        mongo.getCollection("category")
                .insertMany(List.of(
                        new Document("_id", "home").append("name", "Home").append("position", 1),
                        new Document("_id", "tea")
                                .append("name", "Tea")
                                .append("parent", "home")
                                .append("position", 2)));
        Category home = new Category("home", 0, "Home", null, 1);
        Category tea = new Category("tea", 0, "Tea", "home", 2);
        Category pots = new Category("pots", 0, "Pots", "tea", 1);

        assertThat(categories.tree().all()).containsExactlyInAnyOrder(home, tea);

        categories.change(tree -> tree.with(pots));

        assertThat(categories.tree().all()).containsExactlyInAnyOrder(home, tea, pots);
    }

    @Test
    void losesNoneOfManyConcurrentChangesOfTheTree() {
        together(8, i -> categories.change(tree -> tree.with(new Category("c" + i, 0, "C", null, i))));

        assertThat(categories.tree().all()).hasSize(8);
    }

    @Test
    void aChangeThatThrowsOrReturnsTheSameTreeIsNone() {
        categories.change(tree -> tree.with(new Category("home", 0, "Home", null, 1)));
        Document before = mongo.getCollection("category_tree").find().first();

        categories.change(tree -> tree);
        assertThatThrownBy(() -> categories.change(tree -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(mongo.getCollection("category_tree").find().first()).isEqualTo(before);
    }

    @Test
    void createsItsIndexesOnceHoweverOftenItStarts() {
        new CatalogIndexes(mongo).create();

        assertThat(indexes())
                .containsExactlyInAnyOrder(
                        "_id_",
                        "product_by_sku",
                        "product_owns_sku",
                        "product_in_category",
                        "product_in_title_order",
                        "product_newest_first",
                        "product_cheapest_first",
                        "product_dearest_first");
    }

    @Test
    void dropsTheIndexesOfTheFirstVersionThatNothingAsksFor() {
        IndexOperations indexes = mongo.indexOps(ProductDocument.class);
        indexes.createIndex(
                new Index("category", Direction.ASC).on("title", Direction.ASC).named("product_by_category"));
        indexes.createIndex(new Index("title", Direction.ASC).named("product_by_title"));

        new CatalogIndexes(mongo).create();

        assertThat(indexes()).doesNotContain("product_by_category", "product_by_title");
    }

    private List<String> indexes() {
        return mongo.indexOps(ProductDocument.class).getIndexInfo().stream()
                .map(IndexInfo::getName)
                .toList();
    }

    private List<String> found(String... words) {
        return ids(search(words.length == 0 ? List.of() : List.of(words[0].split(" ")), null, 0, ALL));
    }

    private List<String> page(long offset, int limit) {
        return ids(search(List.of(), null, offset, limit));
    }

    private List<String> pricedBetween(Long minPriceMinor, Long maxPriceMinor) {
        return ids(new ProductSearch(List.of(), null, minPriceMinor, maxPriceMinor, ProductSort.TITLE, false, 0, ALL));
    }

    private List<String> sorted(ProductSort sort) {
        return ids(new ProductSearch(List.of(), null, null, null, sort, false, 0, ALL));
    }

    private List<String> ids(ProductSearch search) {
        return products.search(search).stream().map(Product::id).toList();
    }

    private static ProductSearch search(List<String> words, Set<String> categories, long offset, int limit) {
        return new ProductSearch(words, categories, null, null, ProductSort.TITLE, false, offset, limit);
    }

    private static <T> List<T> together(int calls, IntFunction<T> call) {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<CompletableFuture<T>> ends = IntStream.range(0, calls)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    start.await();
                                } catch (InterruptedException interrupted) {
                                    throw new IllegalStateException(interrupted);
                                }
                                return call.apply(i);
                            },
                            threads))
                    .toList();
            start.countDown();
            return ends.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    /** As the first version wrote it: without created_at, limits and anything that is derived. */
    private static Document firstVersion(String id) {
        Document picture = new Document("slides", List.of()).append("thumbnail", "/t.svg");
        return new Document("_id", id)
                .append("version", 4L)
                .append("title", id)
                .append("body", "Old")
                .append("category", "tees")
                .append("assets", picture)
                .append("variants", List.of())
                .append(
                        "skus",
                        List.of(
                                new Document("sku_id", id + "-a")
                                        .append("attributes", List.of())
                                        .append("assets", picture)
                                        .append("currency", "CNY")
                                        .append("price_minor", 100L)
                                        .append("retired", false),
                                new Document("sku_id", id + "-b")
                                        .append("attributes", List.of())
                                        .append("assets", picture)
                                        .append("currency", "CNY")
                                        .append("price_minor", 150L)
                                        .append("retired", false)))
                .append("retired", false);
    }

    /** @param retired whether the SKU of this price is */
    private record Price(long minor, boolean retired) {}

    private static Price live(long minor) {
        return new Price(minor, false);
    }

    private static Price gone(long minor) {
        return new Price(minor, true);
    }

    /** Titled by its id. */
    private static Product priced(String id, Instant createdAt, Price... prices) {
        List<Sku> skus = IntStream.range(0, prices.length)
                .mapToObj(i -> sku(id + "-" + i, "colour " + i, prices[i].minor(), prices[i].retired()))
                .toList();
        return new Product(
                id, null, id, "", "tees", new Assets(List.of(), "/t.svg"), List.of("colour"), skus, false, createdAt);
    }

    private static Money cny(long minor) {
        return new Money("CNY", minor);
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
                false,
                CREATED);
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
                product.retired(),
                product.createdAt());
    }

    private static Product withSkus(Product product, Sku... skus) {
        return new Product(
                product.id(),
                product.version(),
                product.title(),
                product.body(),
                product.category(),
                product.assets(),
                // A document of the first version may differ in nothing.
                skus.length == 0 ? product.variants() : List.of("colour"),
                List.of(skus),
                product.retired(),
                product.createdAt());
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
                true,
                product.createdAt());
    }

    private static Sku sku(String id, String colour, long priceMinor, boolean retired) {
        return new Sku(
                id,
                List.of(new Attribute("colour", colour)),
                new Assets(List.of(), "/" + id + ".svg"),
                cny(priceMinor),
                null,
                retired);
    }
}
