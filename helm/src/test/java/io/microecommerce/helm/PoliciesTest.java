package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchRegex;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.istio.api.security.v1.PeerAuthentication;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of whatever is rendered. */
class PoliciesTest {

    /** What is only named after one. */
    private static final Set<String> NO_SECRETS = Set.of("PASSWORD_RESET_LINK");

    private static final int SERVICES = 6;

    private static final Profile EXTERNAL = new Profile("shop", "external");

    /** Pods, machines, and where a cloud hands out credentials. */
    private static final List<String> NEAR =
            List.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

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
                    if (variable.getName().matches(".*(PASSWORD|TOKEN|SECRET).*|.*_KEY")
                            && !NO_SECRETS.contains(variable.getName())) {
                        assertThat(variable.getValue())
                                .as("%s of %s", variable.getName(), workload)
                                .satisfiesAnyOf(value -> assertThat(value).isNull(), path -> assertThat(
                                                container.getVolumeMounts())
                                        .anyMatch(mount -> path.startsWith(mount.getMountPath() + "/")));
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

    /** To addresses that nobody knows beforehand, only those go who mail or ask WeChat Pay, and to nothing near the cluster. */
    @Test
    void nobodyLeavesTheClusterWithoutNeed() {
        assertThat(waysOut(Charts.rendered(new Profile("shop", "production")))).isEmpty();
        assertThat(waysOut(Charts.rendered(EXTERNAL)))
                .filteredOn(way -> !way.contains(" 10.1.0.0/24"))
                .containsExactlyInAnyOrder(
                        "svc-customer 0.0.0.0/0 but " + NEAR + " 587",
                        "svc-order 0.0.0.0/0 but " + NEAR + " 587",
                        "svc-payment 0.0.0.0/0 but " + NEAR + " 443");
        assertThat(waysOut(Charts.render(
                        EXTERNAL,
                        Map.of(
                                "weChatPay.cidrs[0]", "203.0.113.0/24",
                                "weChatPay.cidrs[1]", "198.51.100.0/24",
                                "mail.cidrs[0]", "192.0.2.25/32",
                                "mail.port", "2525"))))
                .filteredOn(way -> !way.contains(" 10.1.0.0/24"))
                .containsExactlyInAnyOrder(
                        "svc-customer 192.0.2.25/32 2525",
                        "svc-order 192.0.2.25/32 2525",
                        "svc-payment 203.0.113.0/24 443",
                        "svc-payment 198.51.100.0/24 443");
    }

    private static List<String> waysOut(Rendered rendered) {
        return rendered.all(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()
                        .map(NetworkPolicyPeer::getIpBlock)
                        .filter(Objects::nonNull)
                        .map(block -> policy.getMetadata().getName() + " " + block.getCidr()
                                + (block.getExcept().isEmpty() ? "" : " but " + block.getExcept()) + " "
                                + rule.getPorts().stream()
                                        .map(port -> port.getPort().getIntVal() + "")
                                        .collect(Collectors.joining(",")))))
                .toList();
    }

    /** Or a mesh that lets nobody out to what it does not know would take no payment and send no mail. */
    @Test
    void theMeshKnowsWhatIsCalledOutsideIt() {
        Rendered rendered = Charts.rendered(EXTERNAL);

        ServiceEntry api = rendered.find(ServiceEntry.class, "wechat-pay").orElseThrow();
        assertThat(variable(rendered, "svc-payment", "WECHAT_PAY_BASE_URL"))
                .isEqualTo("https://" + api.getSpec().getHosts().get(0));
        assertThat(api.getSpec().getPorts().get(0).getNumber()).isEqualTo(443);
        ServiceEntry mail = rendered.find(ServiceEntry.class, "mail").orElseThrow();
        for (String service : List.of("svc-customer", "svc-order")) {
            assertThat(variable(rendered, service, "SMTP_HOST"))
                    .isEqualTo(mail.getSpec().getHosts().get(0));
            assertThat(variable(rendered, service, "SMTP_PORT"))
                    .isEqualTo(mail.getSpec().getPorts().get(0).getNumber().toString());
        }
        rendered.all(ServiceEntry.class)
                .forEach(entry -> assertThat(entry.getSpec().getExportTo())
                        .as("who else of the mesh hears of %s", entry.getSpec().getHosts())
                        .containsExactly("."));
    }

    private static String variable(Rendered rendered, String deployment, String name) {
        return rendered
                .find(Deployment.class, deployment)
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv()
                .stream()
                .filter(variable -> variable.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** WeChat Pay signs its callbacks and has no token; browsers have none before a login. */
    @Test
    void whoeverComesThroughTheIngressNeedsNoTokenAtTheSidecar() {
        Rendered rendered = Charts.rendered(EXTERNAL);

        assertThat(rendered.all(AuthorizationPolicy.class))
                .allMatch(policy -> policy.getSpec().getAction().toString().equals("ALLOW"));
        assertThat(rendered.find(AuthorizationPolicy.class, "gateway")
                        .orElseThrow()
                        .getSpec()
                        .getRules())
                .filteredOn(rule -> rule.getFrom().get(0).getSource().getPrincipals().stream()
                        .anyMatch(principal -> principal.contains("/ns/istio-system/")))
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.getWhen()).isNullOrEmpty();
                    assertThat(rule.getFrom().get(0).getSource().getRequestPrincipals())
                            .isNullOrEmpty();
                    assertThat(rule.getTo()).singleElement().satisfies(to -> {
                        assertThat(to.getOperation().getPorts()).containsExactly("8080");
                        assertThat(to.getOperation().getPaths()).isNullOrEmpty();
                        assertThat(to.getOperation().getMethods()).isNullOrEmpty();
                    });
                });
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
            assertThat(rule.getSpec().getTrafficPolicy().getConnectionPool()).isNotNull();
        });
        // Of a store there is one pod, and nobody else to ask while it rests.
        assertThat(rendered.all(DestinationRule.class)
                        .filter(rule -> rule.getSpec().getTrafficPolicy().getOutlierDetection() != null)
                        .toList())
                .hasSize(profile.chart().equals("shop") ? SERVICES : 0);
        rendered.all(Service.class)
                .map(service -> service.getMetadata().getName())
                .forEach(name -> assertThat(rendered.find(DestinationRule.class, name))
                        .as("how calls to %s are made", name)
                        .isPresent());
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
        rendered.all(Service.class).forEach(service -> service.getSpec().getPorts().stream()
                .filter(port -> !port.getName().startsWith("tcp-"))
                .forEach(port -> assertThat(routesInside(rendered, service, port.getPort()))
                        .as(
                                "routes to %s %s, or the mesh's own would hold",
                                service.getMetadata().getName(), port.getName())
                        .hasSize(1)));
    }

    /** Routes for callers inside the mesh: a VirtualService that names gateways holds only for what comes by them. */
    private static List<HTTPRoute> routesInside(Rendered rendered, Service service, int port) {
        String host = service.getMetadata().getName() + "." + Charts.NAMESPACE + ".svc.cluster.local";
        return rendered.all(VirtualService.class)
                .filter(route -> route.getSpec().getHosts().contains(host))
                .filter(route -> route.getSpec().getGateways().isEmpty()
                        || route.getSpec().getGateways().contains("mesh"))
                .flatMap(route -> route.getSpec().getHttp().stream())
                .filter(http -> http.getMatch().isEmpty()
                        || http.getMatch().stream().anyMatch(match -> match.getPort() == port))
                .toList();
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
            assertThat(gateway.getSpec().getHttp().get(1).getMatch())
                    .singleElement()
                    .satisfies(match -> {
                        assertThat(match.getUri()).isNull();
                        assertThat(match.getMethod().getMatchType())
                                .isEqualTo(new StringMatchRegex("POST|PUT|PATCH|DELETE"));
                    });
        });
    }
}
