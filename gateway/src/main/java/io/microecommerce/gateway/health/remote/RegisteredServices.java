package io.microecommerce.gateway.health.remote;

import com.alibaba.cloud.nacos.NacosServiceManager;
import io.microecommerce.gateway.health.Dependencies;
import io.microecommerce.gateway.health.HealthReport;
import io.microecommerce.gateway.health.HealthReport.Status;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.discovery.DiscoveryClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds every instance of a service in Nacos and reads its actuator health. */
@Component
final class RegisteredServices implements Dependencies {

    private static final Duration TIMEOUT = Duration.ofMillis(1_300);

    /** What a service tells of its own process, and is no server that it depends on. */
    private static final Set<String> OWN_PROCESS = Set.of(
            "diskSpace",
            "ping",
            "ssl",
            "livenessState",
            "readinessState",
            "refreshScope",
            "discoveryComposite",
            "clientConfigServer",
            "reactiveDiscoveryClients");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DiscoveryClient discovery;
    private final ObjectProvider<NacosServiceManager> nacos;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    RegisteredServices(DiscoveryClient discovery, ObjectProvider<NacosServiceManager> nacos) {
        this.discovery = discovery;
        this.nacos = nacos;
    }

    @Override
    public HealthReport registry() {
        NacosServiceManager manager = nacos.getIfAvailable();
        boolean up = manager != null && "UP".equals(manager.getNamingService().getServerStatus());
        return HealthReport.of(up ? Status.UP : Status.DOWN);
    }

    @Override
    public HealthReport service(String name) {
        List<CompletableFuture<HealthReport>> instances =
                discovery.getInstances(name).stream().map(this::ask).toList();
        return HealthReport.ofInstances(
                instances.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<HealthReport> ask(ServiceInstance instance) {
        URI health = instance.getUri().resolve("/actuator/health");
        HttpRequest request = HttpRequest.newBuilder(health).timeout(TIMEOUT).build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .handle((answer, failure) -> failure != null ? HealthReport.of(Status.DOWN) : read(answer.body()));
    }

    private static HealthReport read(String body) {
        try {
            JsonNode health = JSON.readTree(body);
            Map<String, HealthReport> components = new TreeMap<>();
            for (Map.Entry<String, JsonNode> part : health.path("components").properties()) {
                if (!OWN_PROCESS.contains(part.getKey())) {
                    components.put(part.getKey(), HealthReport.of(isUp(part.getValue()) ? Status.UP : Status.DOWN));
                }
            }
            // It answered, so whatever it lacks, it is not down itself.
            return new HealthReport(isUp(health) ? Status.UP : Status.DEGRADED, components);
        } catch (JacksonException notHealth) {
            return HealthReport.of(Status.DOWN);
        }
    }

    private static boolean isUp(JsonNode health) {
        return "UP".equals(health.path("status").asString(""));
    }
}
