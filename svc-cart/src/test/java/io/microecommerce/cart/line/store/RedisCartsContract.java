package io.microecommerce.cart.line.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.Limits;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** What carts must do on every Redis. */
abstract class RedisCartsContract {

    private final String customer = UUID.randomUUID().toString();

    private static final Duration KEPT = Duration.ofDays(90);

    private LettuceConnectionFactory connections;
    private LettuceConnectionFactory otherConnections;
    private StringRedisTemplate redis;
    private RedisCarts carts;
    /** The same carts, in a second service beside the first. */
    private RedisCarts elsewhere;

    abstract String host();

    abstract int port();

    @BeforeEach
    void connect() {
        connections = connection();
        otherConnections = connection();
        redis = new StringRedisTemplate(connections);
        carts = new RedisCarts(redis, KEPT);
        elsewhere = new RedisCarts(new StringRedisTemplate(otherConnections), KEPT);
    }

    private LettuceConnectionFactory connection() {
        LettuceConnectionFactory opened = new LettuceConnectionFactory(host(), port());
        opened.afterPropertiesSet();
        opened.start();
        return opened;
    }

    @AfterEach
    void disconnect() {
        connections.destroy();
        otherConnections.destroy();
    }

    @Test
    void listsNothingForACustomerWithoutACart() {
        assertThat(carts.lines(customer)).isEmpty();
    }

    @Test
    void listsLinesInTheOrderInWhichTheyWereFirstAdded() {
        carts.add(customer, new CartLine("zebra", 1));
        carts.add(customer, new CartLine("ant", 2));
        carts.add(customer, new CartLine("mole", 3));
        carts.add(customer, new CartLine("zebra", 4));
        carts.change(customer, new CartLine("ant", 9));

        assertThat(carts.lines(customer))
                .containsExactly(new CartLine("zebra", 5), new CartLine("ant", 9), new CartLine("mole", 3));

        carts.remove(customer, "zebra");
        carts.add(customer, new CartLine("zebra", 1));

        assertThat(carts.lines(customer))
                .containsExactly(new CartLine("ant", 9), new CartLine("mole", 3), new CartLine("zebra", 1));
    }

    @Test
    void keepsCartsApart() {
        carts.add(customer, new CartLine("ant", 1));

        assertThat(carts.lines(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void losesNothingWhenManyAddAtOnce() throws Exception {
        List<Callable<Integer>> additions = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String sku = i % 2 == 0 ? "even" : "odd";
            RedisCarts client = i % 4 < 2 ? carts : elsewhere;
            additions.add(() -> client.add(customer, new CartLine(sku, 1)));
        }

        atOnce(additions);

        assertThat(carts.lines(customer))
                .containsExactlyInAnyOrder(new CartLine("even", 100), new CartLine("odd", 100));
    }

    @Test
    void losesNothingWhenSomeAddAndOthersTakeAtOnce() throws Exception {
        carts.add(customer, new CartLine("ant", 300));
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(() -> carts.add(customer, new CartLine("ant", 2)));
            calls.add(() -> {
                elsewhere.take(customer, List.of(new CartLine("ant", 1)));
                return 0;
            });
        }

        atOnce(calls);

        assertThat(carts.lines(customer)).containsExactly(new CartLine("ant", 400));
    }

    @Test
    void refusesMorePiecesThanALineMayHold() {
        assertThat(carts.add(customer, new CartLine("ant", Limits.MAX_QUANTITY - 1)))
                .isEqualTo(998);
        assertThat(carts.add(customer, new CartLine("ant", 1))).isEqualTo(Limits.MAX_QUANTITY);

        assertThat(refusalOf(() -> carts.add(customer, new CartLine("ant", 1)))).isEqualTo(ErrorCode.INVALID_FIELD);
        assertThat(carts.lines(customer)).containsExactly(new CartLine("ant", Limits.MAX_QUANTITY));
    }

    @Test
    void refusesMoreLinesThanACartMayHold() {
        List<String> skus =
                IntStream.range(0, Limits.MAX_LINES).mapToObj(i -> "sku-" + i).toList();
        skus.forEach(sku -> carts.add(customer, new CartLine(sku, 1)));

        assertThat(refusalOf(() -> carts.add(customer, new CartLine("one-more", 1))))
                .isEqualTo(ErrorCode.CART_FULL);
        assertThat(carts.add(customer, new CartLine("sku-7", 1)))
                .as("a line that is there can still grow")
                .isEqualTo(2);
        assertThat(carts.lines(customer)).extracting(CartLine::skuId).containsExactlyElementsOf(skus);
    }

    @Test
    void neverOpensMoreLinesThanACartMayHoldHoweverManyComeAtOnce() throws Exception {
        List<Callable<Integer>> additions = new ArrayList<>();
        for (int i = 0; i < Limits.MAX_LINES + 50; i++) {
            String sku = "sku-" + i;
            additions.add(() -> {
                try {
                    return carts.add(customer, new CartLine(sku, 1));
                } catch (Refusal full) {
                    return 0;
                }
            });
        }

        atOnce(additions);

        assertThat(carts.lines(customer)).hasSize(Limits.MAX_LINES);
    }

    @Test
    void changesAndRemovesOnlyWhatIsThere() {
        assertThat(carts.change(customer, new CartLine("ant", 3))).isFalse();
        assertThat(carts.remove(customer, "ant")).isFalse();
        assertThat(carts.lines(customer)).isEmpty();

        carts.add(customer, new CartLine("ant", 1));

        assertThat(carts.change(customer, new CartLine("ant", 3))).isTrue();
        assertThat(carts.lines(customer)).containsExactly(new CartLine("ant", 3));
        assertThat(carts.remove(customer, "ant")).isTrue();
        assertThat(carts.lines(customer)).isEmpty();
    }

    @Test
    void takesWhatWasOrderedAndLeavesTheRest() {
        carts.add(customer, new CartLine("ant", 5));
        carts.add(customer, new CartLine("bee", 2));
        carts.add(customer, new CartLine("cat", 1));
        carts.add(customer, new CartLine("dog", 1));

        carts.take(
                customer,
                List.of(
                        new CartLine("ant", 3),
                        new CartLine("bee", 2),
                        new CartLine("cat", 7),
                        new CartLine("gone", 1)));

        assertThat(carts.lines(customer)).containsExactly(new CartLine("ant", 2), new CartLine("dog", 1));
        carts.take(customer, List.of());
        assertThat(carts.lines(customer)).hasSize(2);
    }

    @Test
    void clearsTheWholeCartAndNoOther() {
        String somebodyElse = UUID.randomUUID().toString();
        carts.add(somebodyElse, new CartLine("ant", 1));
        carts.add(customer, new CartLine("ant", 1));
        carts.add(customer, new CartLine("bee", 2));

        carts.clear(customer);
        carts.clear(customer);

        assertThat(carts.lines(customer)).isEmpty();
        assertThat(keys()).isEmpty();
        assertThat(carts.lines(somebodyElse)).hasSize(1);
        assertThat(carts.add(customer, new CartLine("bee", 1))).isEqualTo(1);
    }

    @Test
    void doesNotStartWithCartsThatVanishAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisCarts(redis, Duration.ofSeconds(59)))
                .withMessageContaining("shop.cart.expires-after");
    }

    @Test
    void forgetsACartThatNobodyChangesForItsTime() {
        carts.add(customer, new CartLine("ant", 5));
        carts.add(customer, new CartLine("bee", 5));
        expectFullExpiryAfter(() -> carts.add(customer, new CartLine("ant", 1)));
        expectFullExpiryAfter(() -> carts.change(customer, new CartLine("ant", 2)));
        expectFullExpiryAfter(() -> carts.take(customer, List.of(new CartLine("ant", 1))));
        expectFullExpiryAfter(() -> carts.remove(customer, "ant"));

        keys().forEach(key -> redis.expire(key, Duration.ofSeconds(100)));
        carts.lines(customer);
        assertThat(keys()).allSatisfy(key -> assertThat(redis.getExpire(key)).isLessThanOrEqualTo(100));
    }

    private void expectFullExpiryAfter(Runnable write) {
        keys().forEach(key -> redis.expire(key, Duration.ofSeconds(100)));
        write.run();
        assertThat(keys()).hasSize(2).allSatisfy(key -> assertThat(redis.getExpire(key, TimeUnit.SECONDS))
                .isBetween(KEPT.minusMinutes(1).toSeconds(), KEPT.toSeconds()));
    }

    private List<String> keys() {
        return List.copyOf(redis.keys("cart:{" + customer + "}:*"));
    }

    private static void atOnce(List<Callable<Integer>> calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            for (Future<Integer> call : pool.invokeAll(calls)) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static ErrorCode refusalOf(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal.code();
    }
}
