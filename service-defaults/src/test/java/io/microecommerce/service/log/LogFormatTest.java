package io.microecommerce.service.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.microecommerce.service.trace.OpenSpan;
import io.microecommerce.service.trace.RecordedSpans;
import io.microecommerce.service.trace.Spans;
import io.microecommerce.service.trace.TraceId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real application's log, as it comes out of the process. */
class LogFormatTest {

    private static final Logger log = LoggerFactory.getLogger(LogFormatTest.class);

    @RegisterExtension
    static final RecordedSpans spans = new RecordedSpans();

    @AfterEach
    void logAsBefore() {
        LoggingSystem.get(getClass().getClassLoader()).cleanUp();
    }

    @Test
    void asJsonALineHasTraceOrderAndTransaction() {
        AtomicReference<String> traceId = new AtomicReference<>();

        String line = lastLine("--LOG_FORMAT=json", () -> {
            try (OpenSpan span = Spans.begin("pay").concerning(Spans.ORDER_ID, "order-1")) {
                span.concerning(Spans.XID, "127.0.0.1:8091:7");
                traceId.set(TraceId.current());
                log.info("Payment {} is PAID", "p-1");
            }
        });

        JsonNode json = JsonMapper.shared().readTree(line);
        assertThat(json.get("message").asString()).isEqualTo("Payment p-1 is PAID");
        assertThat(json.at("/service/name").asString()).isEqualTo("svc-test");
        assertThat(json.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(json.get("traceId").asString()).isEqualTo(traceId.get());
        assertThat(json.get("spanId").asString()).matches("[0-9a-f]{16}");
        assertThat(json.get("orderId").asString()).isEqualTo("order-1");
        assertThat(json.get("xid").asString()).isEqualTo("127.0.0.1:8091:7");
    }

    @Test
    void withoutItALineIsText() {
        assertThat(lastLine("--LOG_FORMAT=", () -> log.info("Payment {} is PAID", "p-1")))
                .endsWith("Payment p-1 is PAID")
                .doesNotStartWith("{");
        assertThat(lastLine("--LOG_FORMAT=text", () -> log.info("Payment {} is PAID", "p-1")))
                .doesNotStartWith("{");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> lastLine("--LOG_FORMAT=xml", () -> {}))
                .hasMessageContaining("LOG_FORMAT")
                .hasStackTraceContaining("It must be json, or text");
    }

    private static String lastLine(String argument, Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.application.name=svc-test",
                        "--spring.main.banner-mode=off",
                        "--spring.cloud.nacos.config.import-check.enabled=false",
                        argument)) {
            assertThat(service.isActive()).isTrue();
            work.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .reduce((one, next) -> next)
                .orElse("");
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
