package io.microecommerce.service.trace;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where traces go.
 *
 * @param endpoint where spans are sent to in the format of Zipkin v2, such as {@code http://zipkin:9411/api/v2/spans}, which
 *     Zipkin reads, and so do Jaeger, Tempo and the OpenTelemetry Collector; empty: nowhere, and none is kept
 * @param sampled which share of the traces that begin here is sent, 0 to 1; one that began elsewhere is sent if the caller sends it
 */
@ConfigurationProperties("shop.traces")
record TraceProperties(String endpoint, double sampled) {

    TraceProperties {
        if (!endpoint.isEmpty() && !isWeb(endpoint)) {
            throw new IllegalArgumentException("shop.traces.endpoint (TRACES_ENDPOINT) is " + endpoint
                    + ", and must be empty or an address such as http://zipkin:9411/api/v2/spans");
        }
        if (!(sampled >= 0 && sampled <= 1)) {
            throw new IllegalArgumentException(
                    "shop.traces.sampled (TRACES_SAMPLED) is " + sampled + ", and must be 0 to 1");
        }
    }

    boolean off() {
        return endpoint.isEmpty();
    }

    private static boolean isWeb(String endpoint) {
        try {
            URI address = URI.create(endpoint);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
