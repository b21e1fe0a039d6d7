package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.istio.api.security.v1.PeerAuthentication;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of whatever is rendered. */
class PoliciesTest {

    static Stream<Profile> profiles() {
        return Charts.profiles().stream();
    }

    static Stream<Profile> meshed() {
        return profiles().filter(profile -> !profile.name().equals(Profile.DEFAULTS));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noContainerCanBeRootOrWriteItsImageOrDoWithoutLimits(Profile profile) {
        for (Workload workload : Charts.rendered(profile).workloads()) {
            var pod = workload.pod();
            assertThat(pod.getSecurityContext().getRunAsNonRoot())
                    .as("%s", workload)
                    .isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser())
                    .as("%s", workload)
                    .isPositive();
            assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken())
                    .as("token in %s", workload)
                    .isFalse();
            assertThat(pod.getEnableServiceLinks())
                    .as("REDIS_PORT of Kubernetes in %s", workload)
                    .isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            for (Container container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getImage()).matches(".+/.+:.+").doesNotEndWith(":latest");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noSecretStandsInAVariableAndNoDemonstrationIsOn(Profile profile) {
        for (Workload workload : Charts.rendered(profile).workloads()) {
            for (Container container : workload.pod().getContainers()) {
                for (EnvVar variable : container.getEnv()) {
                    if (variable.getName().matches(".*(PASSWORD|TOKEN|SECRET).*|.*_KEY")) {
                        assertThat(variable.getValue())
                                .as("%s of %s", variable.getName(), workload)
                                .isNull();
                    }
                    assertThat(variable.getName()).isNotEqualTo("SPRING_PROFILES_ACTIVE");
                }
            }
        }
    }

    /** Without a protocol in its name, Istio guesses, and waits for bytes that a database never sends first. */
    @ParameterizedTest
    @MethodSource("profiles")
    void everyPortOfAServiceNamesItsProtocol(Profile profile) {
        Charts.rendered(profile)
                .all(Service.class)
                .forEach(service -> service.getSpec().getPorts().forEach(port -> assertThat(port.getName())
                        .as(service.getMetadata().getName())
                        .matches("(http|grpc|tcp)(-[a-z-]+)?")));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyServerIsProbedAndStopsInTime(Profile profile) {
        for (Workload workload : Charts.rendered(profile).workloads()) {
            if (!"Always".equals(workload.pod().getRestartPolicy())
                    && workload.pod().getRestartPolicy() != null) {
                continue;
            }
            assertThat(workload.pod().getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(30);
            for (Container container : workload.pod().getContainers()) {
                assertThat(container.getStartupProbe()).as("%s", workload).isNotNull();
                assertThat(container.getLivenessProbe()).as("%s", workload).isNotNull();
                assertThat(container.getReadinessProbe()).as("%s", workload).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyPodIsDeniedWhatNoPolicyAllows(Profile profile) {
        Rendered rendered = Charts.rendered(profile);
        NetworkPolicy deny = rendered.find(NetworkPolicy.class, profile.chart() + "-default-deny")
                .orElseThrow();

        assertThat(deny.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isEmpty();
        assertThat(deny.getSpec().getEgress()).isEmpty();
        assertThat(rendered.selected(deny.getSpec().getPodSelector().getMatchLabels()))
                .hasSameSizeAs(rendered.workloads());
    }

    @ParameterizedTest
    @MethodSource("meshed")
    void everyPodOfTheMeshWantsMutualTlsAndACallerThatIsNamed(Profile profile) {
        Rendered rendered = Charts.rendered(profile);
        List<PeerAuthentication> tls = rendered.all(PeerAuthentication.class).toList();

        assertThat(tls).hasSize(1);
        assertThat(tls.get(0).getSpec().getMtls().getMode()).hasToString("STRICT");
        assertThat(tls.get(0).getSpec().getPortLevelMtls()).isNullOrEmpty();
        Map<String, String> everybody = tls.get(0).getSpec().getSelector().getMatchLabels();
        assertThat(rendered.selected(everybody)).hasSameSizeAs(rendered.workloads());

        AuthorizationPolicy deny = rendered.find(AuthorizationPolicy.class, profile.chart() + "-default-deny")
                .orElseThrow();
        assertThat(deny.getSpec().getRules()).isNullOrEmpty();
        assertThat(deny.getSpec().getSelector().getMatchLabels()).isEqualTo(everybody);
        rendered.all(DestinationRule.class).forEach(rule -> {
            assertThat(rule.getSpec().getTrafficPolicy().getTls().getMode()).hasToString("ISTIO_MUTUAL");
            assertThat(rule.getSpec().getTrafficPolicy().getOutlierDetection()).isNotNull();
            assertThat(rule.getSpec().getTrafficPolicy().getConnectionPool()).isNotNull();
        });
    }

    /** Envoy repeats calls by itself unless it is told not to, and a repeated Try is a second branch. */
    @ParameterizedTest
    @MethodSource("meshed")
    void theMeshRepeatsNothingButReads(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        rendered.all(VirtualService.class)
                .flatMap(service -> service.getSpec().getHttp().stream())
                .filter(route -> !route.getName().equals("reads"))
                .forEach(route -> assertThat(route.getRetries().getAttempts())
                        .as(route.getName())
                        .isZero());
        rendered.all(Deployment.class)
                .map(deployment -> deployment.getMetadata().getName())
                .filter(name -> profile.chart().equals("shop"))
                .forEach(name -> assertThat(rendered.find(VirtualService.class, name))
                        .as("a route to %s, or the mesh's own would hold", name)
                        .isPresent());
    }

    /** A method that changes something must not fall through to the route of the reads. */
    @ParameterizedTest
    @MethodSource("meshed")
    void changesGoTheWayOfChanges(Profile profile) {
        Charts.rendered(profile).find(VirtualService.class, "gateway").ifPresent(gateway -> {
            var names = gateway.getSpec().getHttp().stream()
                    .map(route -> route.getName())
                    .toList();
            assertThat(names).containsExactly("events", "changes", "reads");
        });
    }
}
