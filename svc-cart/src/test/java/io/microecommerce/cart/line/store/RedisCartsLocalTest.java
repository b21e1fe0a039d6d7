package io.microecommerce.cart.line.store;

import io.microecommerce.cart.LocalRedis;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Carts on the Redis that the local stack runs. */
class RedisCartsLocalTest extends RedisCartsContract {

    private static LocalRedis redis;

    @BeforeAll
    static void start() throws IOException {
        redis = new LocalRedis();
    }

    @AfterAll
    static void stop() throws IOException {
        redis.close();
    }

    @Override
    String host() {
        return "127.0.0.1";
    }

    @Override
    int port() {
        return redis.port();
    }
}
