package io.microecommerce.gateway.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.cart.CartFacade;
import io.microecommerce.api.customer.AddressFacade;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerLedgerFacade;
import io.microecommerce.api.customer.SessionFacade;
import io.microecommerce.api.deadletter.DeadLetterFacade;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.invariant.InvariantFacade;
import io.microecommerce.api.order.OrderFacade;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.api.order.StaffOrderFacade;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.ProviderCallbackFacade;
import io.microecommerce.api.payment.RefundFacade;
import io.microecommerce.api.payment.StaffTransactionFacade;
import io.microecommerce.api.payment.StatementFacade;
import io.microecommerce.api.payment.TopUpFacade;
import io.microecommerce.api.product.CatalogEditFacade;
import io.microecommerce.api.product.CatalogFacade;
import io.microecommerce.api.product.StockKeepingFacade;
import io.microecommerce.api.timeline.TimelineFacade;
import io.microecommerce.gateway.FakeAddresses;
import io.microecommerce.gateway.FakeDeadLetters;
import io.microecommerce.gateway.FakeInvariants;
import io.microecommerce.gateway.FakeProviderServices;
import io.microecommerce.gateway.FakeServices;
import io.microecommerce.gateway.FakeStaffServices;
import io.microecommerce.gateway.FakeTimelines;
import io.microecommerce.gateway.GatewayApplication;
import io.microecommerce.gateway.Http;
import io.microecommerce.gateway.Http.Answer;
import io.microecommerce.gateway.TestKey;
import io.microecommerce.gateway.token.Tokens;
import io.microecommerce.timeline.Chapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.dubbo.config.ApplicationConfig;
import org.apache.dubbo.config.ProtocolConfig;
import org.apache.dubbo.config.RegistryConfig;
import org.apache.dubbo.config.ServiceConfig;
import org.apache.dubbo.config.bootstrap.DubboBootstrap;
import org.apache.dubbo.rpc.model.FrameworkModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The real application, without registry: some services are Dubbo servers of this test, one has nobody on its port, one
 * takes connections and says nothing.
 */
@SpringBootTest(
        classes = GatewayApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "dubbo.registry.address=N/A",
            "MANAGEMENT_PORT=0",
            "NACOS_ADDR=127.0.0.1:1",
            "NACOS_USERNAME=nobody",
            "NACOS_PASSWORD=nothing",
            "DUBBO_TOKEN=none",
            "spring.cloud.nacos.discovery.enabled=false",
            "spring.cloud.nacos.config.enabled=false",
        })
@ExtendWith(OutputCaptureExtension.class)
class FacadeReferencesTest {

    private static final String TRIPLE_REST = "dubbo.protocol.triple.rest.enabled";
    private static final FakeServices SERVICES = new FakeServices();
    private static final FakeStaffServices STAFF_SERVICES = new FakeStaffServices(SERVICES);
    private static final FakeProviderServices PROVIDER_SERVICES = new FakeProviderServices(SERVICES);
    private static final Map<Class<?>, Object> FACADES = Map.ofEntries(
            Map.entry(AddressFacade.class, new FakeAddresses(SERVICES)),
            Map.entry(CartFacade.class, SERVICES),
            Map.entry(CatalogEditFacade.class, STAFF_SERVICES),
            Map.entry(CatalogFacade.class, SERVICES),
            Map.entry(CustomerFacade.class, SERVICES),
            Map.entry(CustomerLedgerFacade.class, SERVICES),
            Map.entry(DeadLetterFacade.class, new FakeDeadLetters()),
            Map.entry(OrderFacade.class, SERVICES),
            Map.entry(PaymentFacade.class, SERVICES),
            Map.entry(ProviderCallbackFacade.class, PROVIDER_SERVICES),
            Map.entry(TopUpFacade.class, PROVIDER_SERVICES),
            Map.entry(RefundFacade.class, PROVIDER_SERVICES),
            Map.entry(SessionFacade.class, SERVICES),
            Map.entry(StaffNotificationFacade.class, STAFF_SERVICES),
            Map.entry(StaffOrderFacade.class, STAFF_SERVICES),
            Map.entry(StaffTransactionFacade.class, STAFF_SERVICES),
            Map.entry(StatementFacade.class, PROVIDER_SERVICES),
            Map.entry(StockKeepingFacade.class, STAFF_SERVICES));
    private static final FakeTimelines TIMELINES = new FakeTimelines();
    private static final FakeInvariants INVARIANTS = new FakeInvariants();
    private static final Map<String, String> HESSIAN =
            Map.of("prefer.serialization", "hessian2", "serialization", "hessian2");
    private static final String HESSIAN_QUERY = "?serialization=hessian2&prefer.serialization=hessian2";
    private static final FrameworkModel PROVIDERS = new FrameworkModel();
    private static ServerSocket silent;
    private static ServerSocket rude;
    private static List<Integer> othersPorts = List.of();

    @Autowired
    private Tokens tokens;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    private Http http;
    private String[] token;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry properties) {
        properties.add("JWT_KEYS", () -> TestKey.FILE.getParent().toString());
    }

    @BeforeAll
    static void startServices() throws IOException {
        // Dubbo's own REST wants a Spring context around a provider, and there is none around these.
        System.setProperty(TRIPLE_REST, "false");
        int served = freePort();
        silent = new ServerSocket(0);
        rude = new ServerSocket(0);
        hangUpOnEverybody();
        DubboBootstrap bootstrap = DubboBootstrap.getInstance(PROVIDERS.newApplication())
                .application(application())
                .registry(new RegistryConfig("N/A"))
                .protocol(new ProtocolConfig("tri", served));
        for (Class<?> facade : FACADES.keySet()) {
            int target = served;
            if (facade == OrderFacade.class) {
                target = freePort();
            } else if (facade == StaffNotificationFacade.class || facade == SessionFacade.class) {
                target = silent.getLocalPort();
            } else if (facade == CustomerLedgerFacade.class) {
                target = rude.getLocalPort();
            } else {
                bootstrap.service(service(facade));
            }
            // How Dubbo is told of one interface's address without a registry.
            System.setProperty(facade.getName(), "tri://127.0.0.1:" + target + HESSIAN_QUERY);
        }
        for (Chapter chapter : Chapter.values()) {
            ServiceConfig<TimelineFacade> timeline = new ServiceConfig<>();
            timeline.setInterface(TimelineFacade.class);
            timeline.setGroup(chapter.service());
            timeline.setRef(TIMELINES.of(chapter));
            timeline.setParameters(HESSIAN);
            bootstrap.service(timeline);
        }
        for (String name : FakeInvariants.SERVICES) {
            ServiceConfig<InvariantFacade> invariants = new ServiceConfig<>();
            invariants.setInterface(InvariantFacade.class);
            invariants.setGroup(name);
            invariants.setRef(INVARIANTS.of(name));
            invariants.setParameters(HESSIAN);
            bootstrap.service(invariants);
        }
        System.setProperty(InvariantFacade.class.getName(), "tri://127.0.0.1:" + served + HESSIAN_QUERY);
        System.setProperty(TimelineFacade.class.getName(), "tri://127.0.0.1:" + served + HESSIAN_QUERY);
        bootstrap.start();
        othersPorts = listeningPorts();
    }

    /** Takes a connection, reads what is sent first, and hangs up. */
    private static void hangUpOnEverybody() {
        Thread server = new Thread(() -> {
            while (!rude.isClosed()) {
                try (Socket socket = rude.accept()) {
                    byte[] buffer = new byte[64 * 1024];
                    int calls = 0;
                    while (calls < 2 && socket.getInputStream().read(buffer) > 0) {
                        calls++;
                    }
                } catch (IOException e) {
                    // The caller was faster, or the test is over.
                }
            }
        });
        server.setDaemon(true);
        server.start();
    }

    private static ApplicationConfig application() {
        ApplicationConfig application = new ApplicationConfig("services-of-this-test");
        application.setQosEnable(false);
        return application;
    }

    private static <T> ServiceConfig<T> service(Class<T> facade) {
        ServiceConfig<T> service = new ServiceConfig<>();
        service.setInterface(facade);
        service.setRef(facade.cast(FACADES.get(facade)));
        service.setParameters(HESSIAN);
        return service;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stopServices() throws IOException {
        System.clearProperty(TimelineFacade.class.getName());
        System.clearProperty(InvariantFacade.class.getName());
        System.clearProperty(TRIPLE_REST);
        FACADES.keySet().forEach(facade -> System.clearProperty(facade.getName()));
        PROVIDERS.destroy();
        silent.close();
        rude.close();
    }

    @BeforeEach
    void logIn() {
        SERVICES.reset();
        http = new Http(port);
        token = new String[] {
            "Authorization", "Bearer " + tokens.issue("alice", true, "s-1").value()
        };
    }

    private static long millisSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    @Test
    void asksTheServices() {
        assertThat(http.get("/api/v1/product/tee")
                        .json()
                        .at("/skus/0/price/minor")
                        .asLong())
                .isEqualTo(8900);
        assertThat(http.get("/api/v1/customer/me/balance", token)
                        .json()
                        .at("/available/minor")
                        .asLong())
                .isEqualTo(1_000_000);
        assertThat(http.get("/api/v1/cart_item", token)
                        .json()
                        .at("/items/1/valid")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void hearsARefusal() {
        SERVICES.failure = new Refusal(ErrorCode.SKU_NOT_FOUND, "There is no such SKU.");
        Answer answer = http.get("/api/v1/sku/none");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("SKU_NOT_FOUND");
        assertThat(answer.json().get("detail").asString()).isEqualTo("There is no such SKU.");
    }

    @Test
    void hearsOfADefectAndNothingMore() {
        SERVICES.failure = new IllegalStateException("secret");
        Answer answer = http.get("/api/v1/sku/none");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void says503WithinThreeSecondsWhenNobodyIsThere() {
        long start = System.nanoTime();
        Answer read = http.get("/api/v1/order", token);
        Answer write = http.send("POST", "/api/v1/order/order-1/cancel", null, token);
        assertThat(millisSince(start)).isLessThan(6_000);
        for (Answer answer : List.of(read, write)) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        }
    }

    @Test
    void says503WhenAServiceHangs() {
        long start = System.nanoTime();
        Answer answer = http.get("/api/v1/staff/notification", token);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(millisSince(start)).isLessThan(8_000);
    }

    /** Nobody says whose session is live here: each request that finds it out waits for half a second. */
    @Test
    void letsCustomersPayWhileSessionsCannotBeAskedFor() {
        token = new String[] {
            "Authorization",
            "Bearer " + tokens.issue("alice", false, "s-unknown").value()
        };
        long start = System.nanoTime();
        Answer paid = http.send(
                "POST",
                "/api/v1/payment",
                "{\"order_id\": \"order-1\", \"method\": \"balance\"}",
                token[0],
                token[1],
                "Idempotency-Key",
                "k1");
        assertThat(paid.status()).isEqualTo(201);
        assertThat(millisSince(start)).isBetween(450L, 2_500L);
        start = System.nanoTime();
        assertThat(http.get("/api/v1/customer/me/balance", token).status()).isEqualTo(200);
        assertThat(millisSince(start)).isLessThan(450);
    }

    @Test
    void asksWhatStaffAskFor() {
        assertThat(http.get("/api/v1/staff/product/tee", token)
                        .json()
                        .get("retired")
                        .asBoolean())
                .isTrue();
        assertThat(http.get("/api/v1/staff/sku/low_stock", token)
                        .json()
                        .at("/items/0/threshold")
                        .asLong())
                .isEqualTo(5);
        assertThat(http.get("/api/v1/staff/order/order-1", token)
                        .json()
                        .at("/shipping_address/city")
                        .asString())
                .isEqualTo("Beijing");
        assertThat(http.get("/api/v1/customer/me/address", token)
                        .json()
                        .at("/items/0/preferred")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void asksEachServiceByItsNameForItsPartOfATimeline() {
        TIMELINES.silent.add(Chapter.STOCK);
        Answer answer = http.get("/api/v1/order/order-1/timeline", token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/missing").size()).isEqualTo(1);
        assertThat(answer.json().at("/missing/0").asString()).isEqualTo("svc-product");
        assertThat(answer.json().at("/payments/0/entries/2/source").asString()).isEqualTo("svc-order");
        assertThat(TIMELINES.asked).containsOnlyKeys(Chapter.values());
    }

    /** Of a payment at rest, so that the stream ends by itself. */
    @Test
    void asksOrderAndPaymentHowAPaymentGoesOn() {
        Answer answer = http.get("/api/v1/order/order-1/progress", token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.body())
                .contains("event:progress", "\"at_rest\":true", "\"status\":\"PAID\"", "\"kind\":\"BEGUN\"");
    }

    @Test
    void asksEachServiceByItsNameForItsInvariants() {
        Answer answer = http.get("/api/v1/staff/invariant", token);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/missing").size()).isEqualTo(0);
        assertThat(answer.json().at("/items"))
                .extracting(item -> item.get("service").asString())
                .containsExactlyElementsOf(FakeInvariants.SERVICES);
        assertThat(answer.json().at("/items/1/violations").isNull()).isTrue();
    }

    @Test
    void says503WhenAServiceHangsUp() {
        long start = System.nanoTime();
        Answer answer = http.get("/api/v1/customer/me/credit", token);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(millisSince(start)).isLessThan(8_000);
    }

    @Test
    void handsNoTokenOn(CapturedOutput output) {
        SERVICES.attachments = Map.of();
        assertThat(http.get("/api/v1/customer/me", token).status()).isEqualTo(200);
        assertThat(SERVICES.attachments.keySet()).noneMatch(key -> key.contains("security"));
        assertThat(output).doesNotContain("ObjectMapperCodec");
    }

    @Test
    void tellsItsHealthAndNothingElseOnThePublicPort() {
        assertThat(http.get("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(http.get("/readyz").body()).isEqualTo("{\"status\":\"UP\"}");
        for (String hidden : List.of(
                "health",
                "prometheus",
                "env",
                "metrics",
                "info",
                "beans",
                "configprops",
                "nacosdiscovery",
                "heapdump")) {
            assertThat(http.get("/actuator/" + hidden).status()).as(hidden).isEqualTo(404);
        }
    }

    @Test
    void tellsItsMetricsOnTheOtherPortAndNoSecretThere() {
        Http management = new Http(managementPort);
        assertThat(http.get("/api/v1/product/tee").status()).isEqualTo(200);
        assertThat(management.get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds_count{", "uri=\"/api/v1/product/{id}\"");
        assertThat(management.get("/actuator/health").json().has("components")).isFalse();
        for (String hidden : List.of("env", "metrics", "beans", "configprops", "nacosdiscovery", "heapdump")) {
            assertThat(management.get("/actuator/" + hidden).status())
                    .as(hidden)
                    .isEqualTo(404);
        }
    }

    @Test
    void callsThePlatformDownWithoutARegistry() {
        Answer answer = http.get("/health");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("status").asString()).isEqualTo("DOWN");
    }

    @Test
    void describesItself() {
        Answer answer = http.get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        var paths = answer.json().get("paths");
        var pay = paths.at("/~1api~1v1~1payment/post");
        assertThat(pay.get("summary").asString()).isEqualTo("Pay order");
        assertThat(pay.at("/security/0").propertyNames()).containsExactly("bearer");
        assertThat(pay.get("parameters").size()).isEqualTo(1);
        assertThat(paths.at("/~1api~1v1~1category/get").has("security")).isFalse();
        assertThat(answer.body()).contains("\"sku_id\"", "\"pay_by\"").doesNotContain("\"skuId\"");
    }

    @Test
    void showsItsDescription() {
        Answer page = http.get("/swagger-ui");
        assertThat(page.status()).isEqualTo(302);
        assertThat(http.get(page.header("Location")).body()).contains("swagger-ui");
    }

    @Test
    void opensNoPortsButItsOwn() throws IOException {
        List<Integer> ours = new ArrayList<>(listeningPorts());
        ours.removeAll(othersPorts);
        assertThat(ours).containsExactlyInAnyOrder(port, managementPort);
    }

    /** Asked of the kernel: the TCP ports that this process listens on. */
    private static List<Integer> listeningPorts() throws IOException {
        List<String> sockets;
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            sockets = open.map(FacadeReferencesTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .toList();
        }
        return Stream.of("tcp", "tcp6")
                .flatMap(FacadeReferencesTest::table)
                .map(line -> line.trim().split("\\s+"))
                .filter(columns -> columns[3].equals("0A") && sockets.contains(columns[9]))
                .map(columns -> Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16))
                .toList();
    }

    private static Stream<String> table(String name) {
        try {
            return Files.readAllLines(Path.of("/proc/self/net", name)).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
