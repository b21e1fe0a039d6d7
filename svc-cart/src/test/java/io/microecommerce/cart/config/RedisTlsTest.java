package io.microecommerce.cart.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.cart.LocalRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** A Redis that speaks TLS, with a certificate of an authority that no JVM knows, told as the chart tells it. */
class RedisTlsTest {

    @TempDir
    static Path folder;

    private static LocalRedis redis;
    private static TlsFront tls;

    @BeforeAll
    static void start() throws Exception {
        redis = new LocalRedis();
        tls = TlsFront.of("localhost", redis.port(), folder);
    }

    @AfterAll
    static void stop() throws IOException {
        tls.close();
        redis.close();
    }

    @Test
    void isBelievedByTheAuthorityThatTheChartMounts() {
        assertThat(ping(
                        "localhost",
                        Map.of(
                                "SPRING_SSL_BUNDLE_PEM_BACKENDS_TRUSTSTORE_CERTIFICATE",
                                tls.certificate().toString(),
                                "SPRING_DATA_REDIS_SSL_BUNDLE",
                                "backends")))
                .isEqualTo("PONG");
    }

    @Test
    void isNotBelievedUnderAnotherName() {
        assertThatThrownBy(() -> ping(
                        "127.0.0.1",
                        Map.of(
                                "SPRING_SSL_BUNDLE_PEM_BACKENDS_TRUSTSTORE_CERTIFICATE",
                                tls.certificate().toString(),
                                "SPRING_DATA_REDIS_SSL_BUNDLE",
                                "backends")))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void isNotBelievedWithoutThatAuthority() {
        assertThatThrownBy(() -> ping("localhost", Map.of()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("unable to find valid certification path");
    }

    private static String ping(String host, Map<String, Object> variables) {
        Map<String, Object> environment = new HashMap<>(variables);
        environment.put("SPRING_DATA_REDIS_HOST", host);
        environment.put("SPRING_DATA_REDIS_PORT", String.valueOf(tls.port()));
        environment.put("SPRING_DATA_REDIS_SSL_ENABLED", "true");
        AtomicReference<String> answer = new AtomicReference<>();
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, DataRedisAutoConfiguration.class))
                .withUserConfiguration(RedisConnectionConfiguration.class)
                .run(context -> {
                    try (RedisConnection connection =
                            context.getBean(RedisConnectionFactory.class).getConnection()) {
                        answer.set(connection.ping());
                    }
                });
        return answer.get();
    }
}
