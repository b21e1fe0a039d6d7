package io.microecommerce.customer;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a real PostgreSQL, with the demonstration data, apart from its registry and its broker. */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "spring.profiles.active=local",
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
            "NACOS_ADDR=127.0.0.1:1",
            "NACOS_USERNAME=none",
            "NACOS_PASSWORD=none",
            "SERVER_PORT=0",
            "DUBBO_PORT=-1",
            "DUBBO_TOKEN=none",
            "dubbo.registry.address=N/A",
            "dubbo.protocol.host=127.0.0.1",
            "rocketmq.name-server=127.0.0.1:1",
            "rocketmq.consumer.listeners.svc-customer-credit.order-events=false",
            "rocketmq.consumer.listeners.svc-customer-commission.order-events=false"
        })
public abstract class CustomerServiceTest {

    protected static final String ALICE = "11111111-1111-4111-8111-111111111111";
    protected static final String BOB = "22222222-2222-4222-8222-222222222222";
    protected static final String STAFF = "33333333-3333-4333-8333-333333333333";

    /** One server for all tests of this module; it ends with the JVM. */
    private static final EmbeddedPostgres POSTGRES = start();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("POSTGRES_URL", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("POSTGRES_USER", () -> "postgres");
        properties.add("POSTGRES_PASSWORD", () -> "postgres");
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // The default, the system's temporary folder, may hold another instance's socket.
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
