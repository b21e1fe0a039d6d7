package io.microecommerce.gateway;

import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.health.Dependencies;
import io.microecommerce.gateway.health.HealthReport;
import io.microecommerce.gateway.health.HealthReport.Status;
import io.microecommerce.gateway.invariant.InvariantBoard;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole gateway on a port of its own, with {@link FakeServices} where the remote packages would be. */
@SpringBootTest(
        classes = StorefrontTest.Storefront.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "dubbo.enabled=false",
            "MANAGEMENT_PORT=0",
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
            // Off, but for the tests of the limits themselves.
            "RATE_LIMIT_CLIENT_PER_SECOND=0",
            "RATE_LIMIT_CUSTOMER_PER_SECOND=0",
            "RATE_LIMIT_LOGIN_PER_SECOND=0",
        })
public abstract class StorefrontTest {

    @Autowired
    protected FakeServices services;

    @Autowired
    protected FakeStaffServices staffServices;

    protected Http http;

    @LocalServerPort
    private int port;

    private String customerToken;
    private String staffToken;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        properties.add("JWT_KEYS", () -> TestKey.FILE.getParent().toString());
    }

    @BeforeEach
    void quietServices() {
        services.reset();
        staffServices.reset();
        http = new Http(port);
    }

    protected int port() {
        return port;
    }

    /** The header that a logged-in customer sends, as name and value. */
    protected String[] asCustomer(String... more) {
        if (customerToken == null) {
            customerToken = logIn("alice@example.com");
        }
        return headers(customerToken, more);
    }

    protected String[] asStaff(String... more) {
        if (staffToken == null) {
            staffToken = logIn("staff@example.com");
        }
        return headers(staffToken, more);
    }

    /** A token of a session of its own. */
    protected String logIn(String email) {
        RuntimeException planned = services.failure;
        services.failure = null;
        Answer answer =
                http.send("POST", "/api/v1/session", "{\"email\":\"" + email + "\",\"password\":\"demo-password\"}");
        services.failure = planned;
        services.asked.clear();
        return answer.json().get("token").asString();
    }

    protected static String[] headers(String token, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = "Bearer " + token;
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }

    /** Without {@code @Configuration}, so that no scan finds it but the test's own. */
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "io.microecommerce.gateway",
            excludeFilters = {
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.remote\\..*"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test(\\$.*)?"),
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*GatewayApplication")
            })
    static class Storefront {

        @Bean
        FakeServices fakeServices() {
            return new FakeServices();
        }

        @Bean
        FakeStaffServices fakeStaffServices(FakeServices services) {
            return new FakeStaffServices(services);
        }

        @Bean
        FakeAddresses fakeAddresses(FakeServices services) {
            return new FakeAddresses(services);
        }

        @Bean
        FakeProviderServices fakeProviderServices(FakeServices services) {
            return new FakeProviderServices(services);
        }

        @Bean
        FakeTimelines fakeTimelines() {
            return new FakeTimelines();
        }

        @Bean
        FakeInvariants fakeInvariants() {
            return new FakeInvariants();
        }

        @Bean
        InvariantBoard invariantBoard(FakeInvariants invariants) {
            return invariants.board();
        }

        @Bean
        FakeDeadLetters customerDeadLetters() {
            return new FakeDeadLetters();
        }

        @Bean
        FakeDeadLetters orderDeadLetters() {
            return new FakeDeadLetters();
        }

        @Bean
        FakeDeadLetters paymentDeadLetters() {
            return new FakeDeadLetters();
        }

        @Bean
        Dependencies dependencies() {
            return new Dependencies() {
                @Override
                public HealthReport service(String name) {
                    return HealthReport.of(Status.UP);
                }

                @Override
                public HealthReport registry() {
                    return HealthReport.of(Status.UP);
                }
            };
        }
    }
}
