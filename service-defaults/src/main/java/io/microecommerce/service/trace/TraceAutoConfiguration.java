package io.microecommerce.service.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The tracer of Spring Boot's OpenTelemetry, which sends what it keeps to an endpoint. Without one it keeps nothing: it only gives
 * ids, for logs and answers, and there is no thread and no client for it.
 */
@AutoConfiguration
@EnableConfigurationProperties(TraceProperties.class)
public class TraceAutoConfiguration {

    @Bean
    SdkTracerProvider tracerProvider(
            TraceProperties properties, Resource resource, @Value("${spring.application.name}") String service) {
        SdkTracerProviderBuilder tracers = SdkTracerProvider.builder().setResource(resource);
        if (properties.off()) {
            return tracers.setSampler(Sampler.alwaysOff()).build();
        }
        return tracers.setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.sampled())))
                .addSpanProcessor(
                        BatchSpanProcessor.builder(new ZipkinExporter(URI.create(properties.endpoint()), service))
                                .build())
                .build();
    }

    @Bean
    SmartInitializingSingleton spansOf(OpenTelemetry telemetry) {
        return () -> Spans.goTo(telemetry);
    }
}
