package io.microecommerce.cart.line.store;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Carts on the Redis that clusters run, where there is a Docker to run it in. */
@Testcontainers(disabledWithoutDocker = true)
class RedisCartsContainerTest extends RedisCartsContract {

    @Container
    private static final GenericContainer<?> REDIS = new GenericContainer<>("redis:8").withExposedPorts(6379);

    @Override
    String host() {
        return REDIS.getHost();
    }

    @Override
    int port() {
        return REDIS.getFirstMappedPort();
    }
}
