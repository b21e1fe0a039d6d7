package io.microecommerce.service.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the spans that end during a test; afterwards there are no traces again. */
public final class RecordedSpans implements BeforeEachCallback, AfterEachCallback {

    private final InMemorySpanExporter ended = InMemorySpanExporter.create();

    @Override
    public void beforeEach(ExtensionContext context) {
        ended.reset();
        Spans.goTo(OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(ended))
                        .build())
                .build());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Spans.goTo(OpenTelemetry.noop());
    }

    public SpanData named(String name) {
        return ended.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("No span " + name + " ended, but " + ended.getFinishedSpanItems()));
    }

    public Map<String, Object> attributes(String name) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        named(name).getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value));
        return attributes;
    }

    public int count() {
        return ended.getFinishedSpanItems().size();
    }
}
