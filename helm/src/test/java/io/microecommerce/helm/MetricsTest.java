package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prometheus reaches what tells of itself, and nobody else does. */
class MetricsTest {

    private static final int OF_SIDECARS = 15_020;
    private static final int OF_THE_GATEWAY = 8_090;

    static Stream<Profile> shops() {
        return Charts.profiles().stream().filter(profile -> profile.chart().equals("shop"));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void theAnnotationNamesAPortOfThePod(Profile profile) {
        List<Workload> read = Charts.rendered(profile).workloads().stream()
                .filter(workload -> scraped(workload).isPresent())
                .toList();

        assertThat(read).hasSize(6).allSatisfy(workload -> assertThat(workload.pod().getContainers().stream()
                        .map(Container::getPorts)
                        .flatMap(List::stream)
                        .map(ContainerPort::getContainerPort))
                .as("ports of %s", workload)
                .contains(scraped(workload).orElseThrow()));
    }

    /** What the management port tells is not for who comes through the ingress. */
    @ParameterizedTest
    @MethodSource("shops")
    void thePortOfTheGatewaysManagementIsInNoService(Profile profile) {
        Rendered rendered = Charts.rendered(profile);
        Workload gateway =
                rendered.selected(Map.of("app.kubernetes.io/name", "gateway")).get(0);
        String name = gateway.pod().getContainers().get(0).getPorts().stream()
                .filter(port -> port.getContainerPort() == OF_THE_GATEWAY)
                .map(ContainerPort::getName)
                .findFirst()
                .orElseThrow();

        Service service = rendered.find(Service.class, "gateway").orElseThrow();
        assertThat(service.getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .doesNotContain(name)
                .doesNotContainNull();
        assertThat(rendered.all(Service.class).flatMap(it -> it.getSpec().getPorts().stream()))
                .extracting(ServicePort::getPort)
                .doesNotContain(OF_THE_GATEWAY);
    }

    /** With Istio the sidecars hand the metrics out, wherever Prometheus runs. */
    @ParameterizedTest
    @CsvSource({"backing", "shop"})
    void aPrometheusInANamespaceOfItsOwnReadsTheSidecars(String chart) {
        Profile profile = new Profile(chart, "minikube");

        assertThat(whoReads(Charts.rendered(profile), OF_SIDECARS)).containsExactly("istio-system");
        assertThat(whoReads(Charts.render(profile, Map.of("metrics.namespace", "monitoring")), OF_SIDECARS))
                .containsExactlyInAnyOrder("istio-system", "monitoring");
    }

    @Test
    void withoutIstioItReadsThePods() {
        Profile profile = new Profile("shop", Profile.DEFAULTS);

        Rendered rendered = Charts.render(profile, Map.of("metrics.namespace", "monitoring"));

        assertThat(whoReads(rendered, OF_SIDECARS)).isEmpty();
        assertThat(whoReads(rendered, OF_THE_GATEWAY)).containsExactly("monitoring");
        assertThat(whoReads(rendered, 8_080)).containsExactly("monitoring");
        assertThat(whoReads(Charts.rendered(profile), OF_THE_GATEWAY)).isEmpty();
    }

    /** Namespaces that a policy lets in at this port. */
    private static Set<String> whoReads(Rendered rendered, int port) {
        return rendered.all(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .filter(rule ->
                        rule.getPorts().stream().anyMatch(it -> it.getPort().getIntVal() == port))
                .flatMap(rule -> rule.getFrom().stream())
                .map(NetworkPolicyPeer::getNamespaceSelector)
                .filter(selector -> selector != null)
                .map(selector -> selector.getMatchLabels().get("kubernetes.io/metadata.name"))
                .collect(Collectors.toSet());
    }

    private static Optional<Integer> scraped(Workload workload) {
        return Optional.ofNullable(workload.template().getMetadata().getAnnotations())
                .map(annotations -> annotations.get("prometheus.io/port"))
                .map(Integer::valueOf);
    }
}
