package io.microecommerce.cart.line.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.microecommerce.api.Limits;
import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.cart.LocalRedis;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** How many pieces a line may have, in one request and in many, on a real Redis. */
class QuantitiesTest {

    private static LocalRedis redis;
    private static LettuceConnectionFactory connections;
    private static RedisCarts carts;

    private final String customer = UUID.randomUUID().toString();

    @BeforeContainer
    static void start() throws IOException {
        redis = new LocalRedis();
        connections = new LettuceConnectionFactory("127.0.0.1", redis.port());
        connections.afterPropertiesSet();
        connections.start();
        carts = new RedisCarts(new StringRedisTemplate(connections), Duration.ofDays(90));
    }

    @AfterContainer
    static void stop() throws IOException {
        connections.destroy();
        redis.close();
    }

    @Example
    void aLineHasOneTo999Pieces() {
        for (int none : new int[] {0, -1, 1_000, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertRefused(() -> new CartLine("tee", none));
        }
        assertThat(new CartLine("tee", 1).quantity()).isEqualTo(1);
        assertThat(new CartLine("tee", 999).quantity()).isEqualTo(Limits.MAX_QUANTITY);
    }

    @Property
    void whateverIsOutOfBoundsIsRefused(@ForAll int quantity) {
        if (quantity >= 1 && quantity <= 999) {
            assertThat(new CartLine("tee", quantity).quantity()).isEqualTo(quantity);
        } else {
            assertRefused(() -> new CartLine("tee", quantity));
        }
    }

    @Property(tries = 100)
    void aLineThatGrowsNeverPasses999AndKeepsWhatItHad(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 999) Integer> additions) {
        carts.clear(customer);
        int expected = 0;
        for (int addition : additions) {
            if (expected + addition <= Limits.MAX_QUANTITY) {
                expected += addition;
                assertThat(carts.add(customer, new CartLine("tee", addition))).isEqualTo(expected);
            } else {
                assertRefused(() -> carts.add(customer, new CartLine("tee", addition)));
            }
        }
        assertThat(carts.lines(customer)).isEqualTo(expected == 0 ? List.of() : List.of(new CartLine("tee", expected)));
    }

    @Property(tries = 100)
    void takingLeavesWhatWasNotOrderedAndNeverLessThanNothing(
            @ForAll @IntRange(min = 1, max = 999) int present, @ForAll @IntRange(min = 1, max = 999) int ordered) {
        carts.clear(customer);
        carts.add(customer, new CartLine("tee", present));

        carts.take(customer, List.of(new CartLine("tee", ordered)));

        assertThat(carts.lines(customer))
                .isEqualTo(present > ordered ? List.of(new CartLine("tee", present - ordered)) : List.of());
    }

    private static void assertRefused(Runnable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call::run);
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FIELD);
    }
}
