package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.microecommerce.helm.Charts.Profile;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces and logs leave the pods as they are told to, and by default as they always did. */
class TracesTest {

    private static final Profile SHOP = new Profile("shop", Profile.DEFAULTS);

    @Test
    void byDefaultNothingIsTold() {
        assertThat(Charts.rendered(SHOP).text()).doesNotContain("TRACES_", "LOG_FORMAT");
    }

    @Test
    void everyServiceIsToldOfTheEndpointAndLetOutToIt() {
        Rendered rendered = Charts.render(
                SHOP,
                Map.of(
                        "traces.endpoint", "http://zipkin.observability:9411/api/v2/spans",
                        "traces.namespace", "observability",
                        "traces.percentage", "25",
                        "logs.format", "json"));

        assertThat(rendered.all(Deployment.class)).hasSize(6).allSatisfy(service -> {
            String name = service.getMetadata().getName();
            assertThat(environmentOf(service))
                    .as("environment of %s", name)
                    .containsEntry("TRACES_ENDPOINT", "http://zipkin.observability:9411/api/v2/spans")
                    .containsEntry("TRACES_SAMPLED", "0.25")
                    .containsEntry("LOG_FORMAT", "json");
            assertThat(portsOutTo(rendered.find(NetworkPolicy.class, name).orElseThrow(), "observability"))
                    .as("ports out of %s", name)
                    .containsExactly(9411);
        });
    }

    @ParameterizedTest
    @CsvSource({"http://zipkin/api/v2/spans, 80", "https://zipkin.example.com/api/v2/spans, 443"})
    void anEndpointWithoutAPortHasThatOfItsScheme(String endpoint, int port) {
        Rendered rendered = Charts.render(SHOP, Map.of("traces.endpoint", endpoint));

        assertThat(portsOutTo(rendered.find(NetworkPolicy.class, "svc-payment").orElseThrow(), Charts.NAMESPACE))
                .containsExactly(port);
    }

    @ParameterizedTest
    @CsvSource({
        "traces.endpoint, zipkin:9411",
        "traces.endpoint, http://me:hunter2@zipkin/api/v2/spans",
        "traces.percentage, 101",
        "traces.share, 0.5",
        "logs.format, xml",
    })
    void refusesByItsSchema(String key, String value) {
        assertThatThrownBy(() -> Charts.render(SHOP, Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @ParameterizedTest
    @CsvSource({"TRACES_ENDPOINT, traces", "LOG_FORMAT, logs"})
    void isSaidOnceForAll(String variable, String under) {
        assertThatThrownBy(() -> Charts.render(SHOP, Map.of("services.svc-order.environment." + variable, "json")))
                .hasMessageContaining("say it under " + under);
    }

    private static Map<String, String> environmentOf(Deployment service) {
        return service.getSpec().getTemplate().getSpec().getContainers().get(0).getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    }

    private static List<Integer> portsOutTo(NetworkPolicy policy, String namespace) {
        Map<String, String> there = Map.of("kubernetes.io/metadata.name", namespace);
        return policy.getSpec().getEgress().stream()
                .filter(rule -> rule.getTo().stream()
                        .anyMatch(peer -> peer.getNamespaceSelector() != null
                                && there.equals(peer.getNamespaceSelector().getMatchLabels())))
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal())
                .toList();
    }
}
