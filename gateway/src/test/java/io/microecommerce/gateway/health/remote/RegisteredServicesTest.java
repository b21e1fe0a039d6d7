package io.microecommerce.gateway.health.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.cloud.nacos.NacosServiceManager;
import com.sun.net.httpserver.HttpServer;
import io.microecommerce.gateway.health.HealthReport;
import io.microecommerce.gateway.health.HealthReport.Status;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;

class RegisteredServicesTest {

    private HttpServer server;
    private volatile int status = 200;
    private volatile String body = "{\"status\":\"UP\"}";

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HealthReport ask(int... ports) {
        RegisteredServices services = new RegisteredServices(
                new Registry(ports), new StaticListableBeanFactory().getBeanProvider(NacosServiceManager.class));
        assertThat(services.registry().status()).isEqualTo(Status.DOWN);
        return services.service("svc-order");
    }

    private record Registry(int... ports) implements DiscoveryClient {

        @Override
        public String description() {
            return "ports of this machine";
        }

        @Override
        public List<String> getServices() {
            return List.of("svc-order");
        }

        @Override
        public List<ServiceInstance> getInstances(String service) {
            return Arrays.stream(ports)
                    .<ServiceInstance>mapToObj(
                            port -> new DefaultServiceInstance(service + port, service, "127.0.0.1", port, false))
                    .toList();
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    @Test
    void readsAService() {
        body =
                """
                {"status":"UP","groups":["liveness"],"components":{"db":{"status":"UP","details":{"secret":"x"}},
                 "ping":{"status":"UP"},"seata":{"status":"UP"}}}""";
        assertThat(ask(port()))
                .isEqualTo(new HealthReport(
                        Status.UP, Map.of("db", HealthReport.of(Status.UP), "seata", HealthReport.of(Status.UP))));
    }

    @Test
    void callsAServiceThatLacksSomethingDegraded() {
        status = 503;
        body = "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"UP\"},\"rocketmq\":{\"status\":\"DOWN\"}}}";
        assertThat(ask(port()))
                .isEqualTo(new HealthReport(
                        Status.DEGRADED,
                        Map.of("db", HealthReport.of(Status.UP), "rocketmq", HealthReport.of(Status.DOWN))));
    }

    @Test
    void callsAServiceDownThatDoesNotAnswerOrTalksOfSomethingElse() throws Exception {
        assertThat(ask().status()).isEqualTo(Status.DOWN);
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ask(silent.getLocalPort()).status()).isEqualTo(Status.DOWN);
        }
        body = "<html>";
        assertThat(ask(port()).status()).isEqualTo(Status.DOWN);
    }

    @Test
    void tellsOfOneInstanceMissing() throws Exception {
        int closed;
        try (ServerSocket once = new ServerSocket(0)) {
            closed = once.getLocalPort();
        }
        assertThat(ask(port(), closed).status()).isEqualTo(Status.DEGRADED);
    }
}
