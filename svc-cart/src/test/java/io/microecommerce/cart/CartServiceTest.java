package io.microecommerce.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.microecommerce.api.cart.CartLine;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.cart.line.Carts;
import io.microecommerce.cart.line.rpc.DubboCartFacade;
import io.microecommerce.service.rpc.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real Redis that goes away, without svc-product and apart from the registry. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
            "NACOS_ADDR=127.0.0.1:1",
            "NACOS_USERNAME=none",
            "NACOS_PASSWORD=none",
            "SERVER_PORT=0",
            "DUBBO_PORT=-1",
            "DUBBO_TOKEN=none",
            "dubbo.registry.address=N/A",
            "dubbo.reference.io.microecommerce.api.product.CatalogFacade.url=tri://127.0.0.1:1",
            "dubbo.protocol.host=127.0.0.1",
            "REDIS_HOST=127.0.0.1",
            "REDIS_PASSWORD="
        })
@DirtiesContext
class CartServiceTest {

    private static final LocalRedis REDIS = start();

    /** The service must say so well before the gateway gives up. */
    private static final Duration SOON = Duration.ofMillis(2_500);

    private final String customer = UUID.randomUUID().toString();

    @Autowired
    private DubboCartFacade carts;

    /** What the facade stores, past the catalogue. */
    @Autowired
    private Carts stored;

    @Autowired
    private StringRedisTemplate redis;

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("REDIS_PORT", REDIS::port);
    }

    @AfterAll
    static void stop() throws IOException {
        REDIS.close();
    }

    @Test
    void saysSoonThatRedisIsAwayAndServesAgainOnceItIsBack() throws IOException {
        assertThat(carts.lines(customer)).isEmpty();

        REDIS.stop();
        assertThat(codeOf(() -> carts.lines(customer))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(codeOf(() -> carts.take(customer, List.of(new CartLine("tee", 1)))))
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);

        REDIS.start();
        awaitAnAnswer();
    }

    @Test
    void doesNotClaimToKnowWhatASilentRedisDid() {
        awaitAnAnswer();
        RedisCallback<Object> pause =
                connection -> connection.execute("CLIENT", bytes("PAUSE"), bytes("4000"), bytes("ALL"));
        redis.execute(pause);
        awaitSilence();

        assertThat(codeOf(() -> carts.remove(customer, "tee"))).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(codeOf(() -> carts.lines(customer))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        awaitAnAnswer();
    }

    @Test
    void saysSoonThatRedisIsFrozenAndServesAgainOnceItGoesOn() throws IOException {
        awaitAnAnswer();
        stored.add(customer, new CartLine("tee", 1));

        REDIS.freeze();
        try {
            assertThat(codeOf(() -> carts.lines(customer))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(codeOf(() -> carts.items(customer))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
            assertThat(codeOf(() -> carts.remove(customer, "no-such-line"))).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        } finally {
            REDIS.thaw();
        }

        awaitAnAnswer();
        assertThat(carts.lines(customer)).containsExactly(new CartLine("tee", 1));
        assertThat(stored.add(customer, new CartLine("tee", 1))).isEqualTo(2);
    }

    @Test
    void saysSoonThatTheCatalogueIsAwayAndDoesWhatNeedsNone() {
        awaitAnAnswer();
        stored.add(customer, new CartLine("tee", 1));

        assertThat(codeOf(() -> carts.add(customer, new CartLine("tee", 1)))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(codeOf(() -> carts.change(customer, new CartLine("tee", 2))))
                .isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(codeOf(() -> carts.items(customer))).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(carts.lines(customer)).containsExactly(new CartLine("tee", 1));

        carts.clear(customer);
        carts.clear(customer);
        assertThat(carts.items(customer)).isEmpty();
    }

    @Test
    void keepsACartForNinetyDaysAfterItsLastChange() {
        awaitAnAnswer();
        stored.add(customer, new CartLine("tee", 1));

        assertThat(redis.getExpire("cart:{" + customer + "}:quantities"))
                .isBetween(
                        Duration.ofDays(90).minusMinutes(1).toSeconds(),
                        Duration.ofDays(90).toSeconds());
    }

    /** The code that a caller is told, as the filter of the facade makes it. */
    private static ErrorCode codeOf(Runnable call) {
        long start = System.nanoTime();
        try {
            call.run();
        } catch (RuntimeException failure) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            return Failures.toRefusal(failure).code();
        }
        return fail("nothing was thrown");
    }

    private void awaitAnAnswer() {
        await(true);
    }

    private void awaitSilence() {
        await(false);
    }

    private void await(boolean answering) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (answers() != answering) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try {
            carts.lines(customer);
            return true;
        } catch (Refusal | DataAccessException away) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static LocalRedis start() {
        try {
            return new LocalRedis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
