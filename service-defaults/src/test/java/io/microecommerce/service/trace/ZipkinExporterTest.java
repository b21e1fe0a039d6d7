package io.microecommerce.service.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent can be read by Zipkin; that Zipkin reads it, the end-to-end test of a payment's trace shows. */
class ZipkinExporterTest {

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int answer = 202;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v2/spans", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsNameTimesAndAttributes() throws Exception {
        try (OpenSpan call = Spans.begin("PaymentFacade/pay", SpanKind.CLIENT, Context.current())) {
            call.concerning(Spans.ORDER_ID, "order-1").failed("RpcException");
        }

        assertThat(exporter().export(List.of(spans.named("PaymentFacade/pay"))).isSuccess())
                .isTrue();

        JsonNode span = JsonMapper.shared().readTree(received.take()).get(0);
        assertThat(span.get("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(span.get("id").asString()).matches("[0-9a-f]{16}");
        assertThat(span.has("parentId")).isFalse();
        assertThat(span.get("kind").asString()).isEqualTo("CLIENT");
        assertThat(span.get("name").asString()).isEqualTo("PaymentFacade/pay");
        assertThat(span.get("timestamp").asLong()).isGreaterThan(1_700_000_000_000_000L);
        assertThat(span.get("duration").asLong()).isPositive();
        assertThat(span.get("localEndpoint").get("serviceName").asString()).isEqualTo("svc-payment");
        assertThat(span.get("tags").get("orderId").asString()).isEqualTo("order-1");
        assertThat(span.get("tags").get("error").asString()).isEqualTo("RpcException");
    }

    @Test
    void whatCannotBeSentIsLostAndThrowsNothing() {
        Spans.during("step", () -> {});
        answer = 503;
        assertThat(exporter().export(List.of(spans.named("step"))).isSuccess()).isFalse();

        server.stop(0);
        assertThat(exporter().export(List.of(spans.named("step"))).isSuccess()).isFalse();
    }

    private ZipkinExporter exporter() {
        return new ZipkinExporter(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v2/spans"), "svc-payment");
    }
}
