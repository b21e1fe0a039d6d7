package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.istio.api.api.networking.v1alpha3.Destination;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteDestination;
import io.fabric8.istio.api.api.networking.v1alpha3.Subset;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.Gateway;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.security.v1.AuthorizationPolicy;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one object says of another is true: names, ports, keys, labels; within a chart, and between the two. */
class ReferencesHoldTest {

    private static final String DOMAIN = "." + Charts.NAMESPACE + ".svc.cluster.local";
    private static final int SIDECAR_METRICS = 15_020;
    private static final Profile BACKING = new Profile("backing", "minikube");
    private static final Profile SHOP = new Profile("shop", "minikube");
    private static final Profile EXTERNAL = new Profile("shop", "external");

    /** The Secrets of the external profile that no chart generates, with their keys. */
    private static final Map<String, Set<String>> BROUGHT = Map.of(
            "wechat-pay", Set.of("merchant-private-key.pem", "public-key.pem", "api-v3-key"),
            "mail", Set.of("smtp.password"),
            "backends-ca", Set.of("ca.crt"));

    static Stream<Profile> profiles() {
        return Charts.profiles().stream();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyServiceReachesAPortOfAPod(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        rendered.all(Service.class).forEach(service -> {
            String name = service.getMetadata().getName();
            List<Workload> behind = rendered.selected(service.getSpec().getSelector());
            assertThat(behind).as("pods behind the Service " + name).isNotEmpty();
            for (ServicePort port : service.getSpec().getPorts()) {
                assertThat(behind).as("%s port %s", name, port.getName()).allMatch(pod -> portNames(pod)
                        .contains(port.getTargetPort().getStrVal()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyProbeAsksAPortOfItsContainer(Profile profile) {
        for (Workload workload : Charts.rendered(profile).workloads()) {
            for (Container container : workload.pod().getContainers()) {
                for (Probe probe : probes(container)) {
                    IntOrString port = probe.getHttpGet() != null
                            ? probe.getHttpGet().getPort()
                            : probe.getTcpSocket() != null
                                    ? probe.getTcpSocket().getPort()
                                    : null;
                    if (port != null) {
                        assertThat(container.getPorts().stream().map(ContainerPort::getName))
                                .as("probe of %s", workload)
                                .contains(port.getStrVal());
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyPodHasAnAccountOfItsOwn(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        for (Workload workload : rendered.workloads()) {
            String account = workload.pod().getServiceAccountName();
            assertThat(rendered.find(ServiceAccount.class, account))
                    .as("ServiceAccount %s of %s", account, workload)
                    .isPresent();
            assertThat(workload.labels()).containsEntry("app.kubernetes.io/name", account);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyMountedVolumeAndItsSourceExist(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        for (Workload workload : rendered.workloads()) {
            Set<String> volumes =
                    workload.pod().getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
            rendered.find(io.fabric8.kubernetes.api.model.apps.StatefulSet.class, workload.name())
                    .ifPresent(set -> set.getSpec()
                            .getVolumeClaimTemplates()
                            .forEach(claim -> volumes.add(claim.getMetadata().getName())));
            for (Container container : workload.pod().getContainers()) {
                assertThat(volumes)
                        .as("volumes of %s", workload)
                        .containsAll(container.getVolumeMounts().stream()
                                .map(VolumeMount::getName)
                                .toList());
            }
            for (Volume volume : workload.pod().getVolumes()) {
                if (volume.getConfigMap() != null) {
                    assertThat(rendered.find(
                                    ConfigMap.class, volume.getConfigMap().getName()))
                            .isPresent();
                }
                if (volume.getSecret() != null) {
                    String name = volume.getSecret().getSecretName();
                    assertThat(BROUGHT.containsKey(name)
                                    || rendered.find(Secret.class, name).isPresent())
                            .as("Secret %s of %s", name, workload)
                            .isTrue();
                    volume.getSecret().getItems().forEach(item -> assertThat(BROUGHT.get(name))
                            .as("keys of %s", name)
                            .contains(item.getKey()));
                }
            }
        }
    }

    /**
     * The Secrets that the charts generate have every key that any pod asks for, those of external profiles by the same names; and
     * those that helm/README.md has one make have it.
     */
    @ParameterizedTest
    @MethodSource("profiles")
    void everyKeyOfASecretIsGeneratedOrBrought(Profile profile) {
        Map<String, Set<String>> there = new HashMap<>(BROUGHT);
        Stream.of(BACKING, SHOP)
                .flatMap(chart -> Charts.rendered(chart).all(Secret.class))
                .forEach(secret -> there.put(
                        secret.getMetadata().getName(), secret.getData().keySet()));

        for (Workload workload : Charts.rendered(profile).workloads()) {
            workload.pod().getContainers().stream()
                    .flatMap(container -> container.getEnv().stream())
                    .filter(variable -> variable.getValueFrom() != null)
                    .map(variable -> variable.getValueFrom().getSecretKeyRef())
                    .filter(key -> key != null)
                    .forEach(key -> assertThat(there.get(generatedName(key)))
                            .as("key of %s", workload)
                            .contains(key.getKey()));
        }
    }

    private static String generatedName(SecretKeySelector key) {
        return key.getName().equals("backing-external") ? "backing" : key.getName();
    }

    /** As `application.yml` asks for them; for some the chart has a value only where there is mail, or WeChat Pay. */
    @ParameterizedTest
    @CsvSource({"gateway", "svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product"})
    void aServiceIsGivenWhatItCannotDoWithoutAndNothingThatItDoesNotRead(String service) throws IOException {
        String settings = Files.readString(Path.of("../" + service + "/src/main/resources/application.yml"))
                + Files.readString(Path.of("../service-defaults/src/main/resources/service-defaults.yml"));
        Set<String> needed = names(settings, "\\$\\{([A-Z0-9_]+)}");
        Set<String> read = names(settings, "\\$\\{([A-Z0-9_]+)[:}]");
        List<EnvVar> given = Charts.rendered(EXTERNAL)
                .find(Deployment.class, service)
                .orElseThrow()
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getEnv();
        // Java reads it; and by SPRING_... Spring Boot is told a property of its own.
        Set<String> readElsewhere = Set.of("JAVA_TOOL_OPTIONS");

        assertThat(given).extracting(EnvVar::getName).containsAll(needed);
        assertThat(given)
                .extracting(EnvVar::getName)
                .filteredOn(name -> !readElsewhere.contains(name) && !name.startsWith("SPRING_"))
                .isSubsetOf(read);
    }

    private static Set<String> names(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** A variable that is made of another one stands after it, or Kubernetes leaves the reference as it is. */
    @ParameterizedTest
    @MethodSource("profiles")
    void aVariableIsMadeOfEarlierOnesOnly(Profile profile) {
        for (Workload workload : Charts.rendered(profile).workloads()) {
            for (Container container : workload.pod().getContainers()) {
                Set<String> known = new HashSet<>();
                for (EnvVar variable : container.getEnv()) {
                    if (variable.getValue() != null && variable.getValue().contains("$(")) {
                        String used = variable.getValue().replaceAll(".*\\$\\(([A-Z_]+)\\).*", "$1");
                        assertThat(known)
                                .as("%s of %s", variable.getName(), workload)
                                .contains(used);
                    }
                    assertThat(known.add(variable.getName()))
                            .as("%s twice in %s", variable.getName(), workload)
                            .isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyRouteLeadsToAPortAndASubset(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        rendered.all(VirtualService.class).forEach(route -> {
            List<String> gateways = route.getSpec().getGateways();
            assertThat(gateways == null ? List.<String>of() : gateways)
                    .allMatch(gateway -> gateway.equals("mesh")
                            || rendered.find(Gateway.class, gateway).isPresent());
            route.getSpec().getHttp().stream()
                    .flatMap(http -> http.getRoute().stream())
                    .map(HTTPRouteDestination::getDestination)
                    .forEach(destination -> leadsSomewhere(rendered, destination));
            route.getSpec().getHttp().forEach(http -> {
                List<Integer> weights = http.getRoute().stream()
                        .map(HTTPRouteDestination::getWeight)
                        .toList();
                if (weights.size() > 1) {
                    assertThat(weights.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(100);
                }
            });
        });
        rendered.all(DestinationRule.class).forEach(rule -> assertThat(
                        rendered.find(Service.class, serviceOf(rule.getSpec().getHost())))
                .as(rule.getSpec().getHost())
                .isPresent());
    }

    private static void leadsSomewhere(Rendered rendered, Destination destination) {
        String name = serviceOf(destination.getHost());
        Service service = rendered.find(Service.class, name).orElseThrow();
        assertThat(service.getSpec().getPorts().stream().map(ServicePort::getPort))
                .as("ports of %s", name)
                .contains(destination.getPort().getNumber().intValue());
        if (destination.getSubset() == null) {
            return;
        }
        Subset subset = rendered.find(DestinationRule.class, name).orElseThrow().getSpec().getSubsets().stream()
                .filter(it -> it.getName().equals(destination.getSubset()))
                .findFirst()
                .orElseThrow();
        Map<String, String> labels = new java.util.HashMap<>(service.getSpec().getSelector());
        labels.putAll(subset.getLabels());
        assertThat(rendered.selected(labels))
                .as("pods of %s %s", name, subset.getName())
                .isNotEmpty();
    }

    private static String serviceOf(String host) {
        assertThat(host).endsWith(DOMAIN);
        return host.substring(0, host.length() - DOMAIN.length());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyBudgetAndAutoscalerIsOfSomething(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        rendered.all(PodDisruptionBudget.class).forEach(budget -> assertThat(
                        rendered.selected(budget.getSpec().getSelector().getMatchLabels()))
                .isNotEmpty());
        rendered.all(HorizontalPodAutoscaler.class).forEach(scaler -> {
            String target = scaler.getSpec().getScaleTargetRef().getName();
            Deployment deployment = rendered.find(Deployment.class, target).orElseThrow();
            assertThat(deployment.getSpec().getReplicas())
                    .as("replicas of %s, which an upgrade would set back", target)
                    .isNull();
        });
    }

    /** Of both charts together, as they stand in one namespace: whom a NetworkPolicy names is there, at the ports that it names. */
    @Test
    void everyNetworkPolicyNamesPodsAndPortsThatExist() {
        Rendered both = both();

        both.all(NetworkPolicy.class).forEach(policy -> {
            assertThat(both.selected(policy.getSpec().getPodSelector().getMatchLabels()))
                    .as(policy.getMetadata().getName())
                    .isNotEmpty();
            policy.getSpec().getIngress().stream()
                    .flatMap(rule -> rule.getPorts().stream())
                    .filter(port -> port.getPort().getIntVal() != SIDECAR_METRICS)
                    .forEach(port -> assertThat(both.selected(
                                    policy.getSpec().getPodSelector().getMatchLabels()))
                            .as("%s port %s", policy.getMetadata().getName(), port.getPort())
                            .allMatch(pod ->
                                    portNumbers(pod).contains(port.getPort().getIntVal())));
            Stream.concat(
                            policy.getSpec().getIngress().stream().flatMap(rule -> rule.getFrom().stream()),
                            policy.getSpec().getEgress().stream().flatMap(rule -> rule.getTo().stream()))
                    .filter(peer -> peer.getPodSelector() != null)
                    .forEach(peer -> assertThat(
                                    both.selected(peer.getPodSelector().getMatchLabels()))
                            .as("%s names %s", policy.getMetadata().getName(), peer.getPodSelector())
                            .isNotEmpty());
        });
    }

    /** Who may leave may also enter, and the other way round; the shop's `uses` and the back ends' `callers` say the same. */
    @Test
    void whatMayLeaveOnePodMayEnterTheOther() {
        Rendered both = both();
        Set<String> out = new HashSet<>();
        Set<String> in = new HashSet<>();
        both.all(NetworkPolicy.class).forEach(policy -> {
            Set<String> own = names(both, policy.getSpec().getPodSelector().getMatchLabels());
            policy.getSpec().getEgress().forEach(rule -> rule.getTo().stream()
                    .filter(peer -> peer.getPodSelector() != null)
                    .forEach(peer -> calls(both, own, peer, rule.getPorts(), true, out)));
            policy.getSpec().getIngress().forEach(rule -> rule.getFrom().stream()
                    .filter(peer -> peer.getPodSelector() != null)
                    .forEach(peer -> calls(both, own, peer, rule.getPorts(), false, in)));
        });

        assertThat(out).isEqualTo(in);
    }

    private static void calls(
            Rendered both,
            Set<String> own,
            NetworkPolicyPeer peer,
            List<NetworkPolicyPort> ports,
            boolean ownCalls,
            Set<String> found) {
        for (String here : own) {
            for (String there : names(both, peer.getPodSelector().getMatchLabels())) {
                for (NetworkPolicyPort port : ports) {
                    found.add((ownCalls ? here + " → " + there : there + " → " + here) + ":"
                            + port.getPort().getIntVal());
                }
            }
        }
    }

    /** With Istio, whoever the network lets through is also somebody to the sidecar, and nobody else is. */
    @Test
    void policiesOfTheMeshNameAccountsThatExist() {
        Rendered both = both();
        Set<String> accounts = both.all(ServiceAccount.class)
                .map(it -> it.getMetadata().getName())
                .collect(Collectors.toSet());

        both.all(AuthorizationPolicy.class)
                .filter(policy -> policy.getSpec().getRules() != null)
                .forEach(policy -> policy.getSpec().getRules().stream()
                        .flatMap(rule -> rule.getFrom().stream())
                        .flatMap(from -> from.getSource().getPrincipals().stream())
                        .filter(principal -> !principal.contains("/ns/istio-system/"))
                        .forEach(principal -> assertThat(principal)
                                .startsWith("cluster.local/ns/" + Charts.NAMESPACE + "/sa/")
                                .matches(it -> accounts.contains(it.substring(it.lastIndexOf('/') + 1)))));
    }

    private static Rendered both() {
        List<HasMetadata> objects = new ArrayList<>(Charts.rendered(BACKING).objects());
        objects.addAll(Charts.rendered(SHOP).objects());
        return new Rendered("", List.of(), List.copyOf(objects));
    }

    private static Set<String> names(Rendered rendered, Map<String, String> selector) {
        return rendered.selected(selector).stream()
                .map(workload -> workload.pod().getServiceAccountName())
                .collect(Collectors.toSet());
    }

    private static List<Probe> probes(Container container) {
        return Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                .filter(probe -> probe != null)
                .toList();
    }

    private static Set<String> portNames(Workload workload) {
        return ports(workload).map(ContainerPort::getName).collect(Collectors.toSet());
    }

    private static Set<Integer> portNumbers(Workload workload) {
        return ports(workload).map(ContainerPort::getContainerPort).collect(Collectors.toSet());
    }

    private static Stream<ContainerPort> ports(Workload workload) {
        return workload.pod().getContainers().stream().flatMap(container -> container.getPorts().stream());
    }
}
