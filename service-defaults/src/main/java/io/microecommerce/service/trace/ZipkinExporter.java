package io.microecommerce.service.trace;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends spans as JSON of Zipkin v2, each with its name, times, attributes and nothing more. Whoever receives them may be away: then
 * they are lost, and nothing waits for it.
 */
final class ZipkinExporter implements SpanExporter {

    private static final Logger log = LoggerFactory.getLogger(ZipkinExporter.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI endpoint;
    private final String service;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(WITHIN)
            .build();
    private final AtomicBoolean away = new AtomicBoolean();

    ZipkinExporter(URI endpoint, String service) {
        this.endpoint = endpoint;
        this.service = service;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(WITHIN)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json(spans)))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? sent() : lost("it answers " + status);
        } catch (IOException failure) {
            return lost(failure.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return CompletableResultCode.ofFailure();
        }
    }

    byte[] json(Collection<SpanData> spans) {
        List<Map<String, Object>> all = spans.stream().map(this::json).toList();
        return JSON.writeValueAsBytes(all);
    }

    private Map<String, Object> json(SpanData span) {
        long startMicros = TimeUnit.NANOSECONDS.toMicros(span.getStartEpochNanos());
        long endMicros = TimeUnit.NANOSECONDS.toMicros(span.getEndEpochNanos());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("traceId", span.getTraceId());
        json.put("id", span.getSpanId());
        if (span.getParentSpanContext().isValid()) {
            json.put("parentId", span.getParentSpanId());
        }
        // Zipkin has no name for what stays inside a process.
        if (span.getKind() != SpanKind.INTERNAL) {
            json.put("kind", span.getKind().name());
        }
        json.put("name", span.getName());
        json.put("timestamp", startMicros);
        json.put("duration", Math.max(1, endMicros - startMicros));
        json.put("localEndpoint", Map.of("serviceName", service));
        json.put("tags", tags(span));
        return json;
    }

    private static Map<String, String> tags(SpanData span) {
        Map<String, String> tags = new LinkedHashMap<>();
        span.getAttributes().forEach((attribute, value) -> tags.put(attribute.getKey(), String.valueOf(value)));
        if (span.getStatus().getStatusCode() == StatusCode.ERROR) {
            tags.put("error", span.getStatus().getDescription());
        }
        return tags;
    }

    private CompletableResultCode sent() {
        if (away.getAndSet(false)) {
            log.info("Spans reach {} again", endpoint);
        }
        return CompletableResultCode.ofSuccess();
    }

    /** Told once, and not for each batch. */
    private CompletableResultCode lost(String why) {
        if (!away.getAndSet(true)) {
            log.warn("Spans do not reach {} and are lost: {}", endpoint, why);
        }
        return CompletableResultCode.ofFailure();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
