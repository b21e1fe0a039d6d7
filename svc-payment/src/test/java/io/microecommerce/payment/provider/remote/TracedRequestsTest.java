package io.microecommerce.payment.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.microecommerce.service.trace.RecordedSpans;
import io.microecommerce.service.trace.Spans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The provider is told which trace a request belongs to, and nothing that we know besides. */
class TracedRequestsTest {

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    private final AtomicReference<Headers> received = new AtomicReference<>();
    private HttpServer provider;

    @BeforeEach
    void listen() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            received.set(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @Test
    void aRequestIsASpanOfItsTraceWithoutItsAddress() {
        Spans.during(Spans.begin("attempt").concerning(Spans.ORDER_ID, "order-1"), this::ask);

        assertThat(received.get().getFirst("traceparent"))
                .contains(spans.named("GET wechatpay").getTraceId());
        assertThat(received.get()).doesNotContainKey("Baggage");
        assertThat(spans.named("GET wechatpay").getParentSpanId())
                .isEqualTo(spans.named("attempt").getSpanId());
        assertThat(spans.attributes("GET wechatpay"))
                .containsEntry("http.response.status_code", "204")
                .containsOnlyKeys("orderId", "http.response.status_code");
    }

    @Test
    void whatBelongsToNoTraceIsSentAsItIs() {
        ask();

        assertThat(received.get()).doesNotContainKey("Traceparent");
        assertThat(spans.count()).isZero();
    }

    private void ask() {
        Request request = new Request.Builder()
                .url("http://127.0.0.1:" + provider.getAddress().getPort() + "/v3/pay?mchid=1900000109")
                .build();
        OkHttpClient http =
                new OkHttpClient.Builder().addInterceptor(new TracedRequests()).build();
        try (Response answer = http.newCall(request).execute()) {
            assertThat(answer.code()).isEqualTo(204);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
