package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryResolution;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Back ends outside the cluster: who believes them, and who may go there. */
class ExternalBackEndsTest {

    private static final String CA = "/etc/shop/backends-ca/ca.crt";
    private static final Set<String> ON_POSTGRES =
            Set.of("svc-customer", "svc-order", "svc-payment", "svc-product", "migrations");

    static Stream<Profile> external() {
        return Stream.of(
                new Profile("backing", "external"),
                new Profile("shop", "external"),
                new Profile("shop", "production+external"));
    }

    /** The driver would look for the authority in the home of a user who has none. */
    @ParameterizedTest
    @MethodSource("external")
    void whoVerifiesPostgresIsGivenTheAuthority(Profile profile) {
        Rendered rendered = Charts.rendered(profile);

        List<Workload> callers = rendered.workloads().stream()
                .filter(workload -> !values(workload, "POSTGRES_URL").isEmpty())
                .toList();
        assertThat(callers)
                .extracting(Workload::name)
                .hasSameElementsAs(profile.chart().equals("shop") ? ON_POSTGRES : Set.of("seata-server"));
        for (Workload caller : callers) {
            assertThat(values(caller, "POSTGRES_URL"))
                    .as("%s", caller)
                    .allMatch(url -> url.endsWith("?sslmode=verify-full&sslrootcert=" + CA));
            assertThat(caller.pod().getContainers()).allMatch(ExternalBackEndsTest::hasTheAuthority);
        }
    }

    @ParameterizedTest
    @MethodSource("external")
    void aPublicAuthorityIsTheOneThatJavaKnows(Profile profile) {
        String value = profile.chart().equals("shop") ? "backends.caSecret" : "postgres.external.caSecret";

        Rendered rendered = Charts.render(profile, Map.of(value, ""));

        assertThat(rendered.text()).doesNotContain("backends-ca", "SSL_BUNDLE");
        assertThat(rendered.workloads().stream().flatMap(workload -> values(workload, "POSTGRES_URL").stream()))
                .isNotEmpty()
                .allMatch(url ->
                        url.endsWith("?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory"));
    }

    @Test
    void redisAndMongoDbAreBelievedByTheSameAuthority() {
        Rendered rendered = Charts.rendered(new Profile("shop", "external"));
        Workload cart =
                rendered.selected(Map.of("app.kubernetes.io/name", "svc-cart")).get(0);
        Workload product = rendered.selected(Map.of("app.kubernetes.io/name", "svc-product"))
                .get(0);

        assertThat(values(cart, "REDIS_TLS")).containsExactly("true");
        assertThat(values(cart, "SPRING_DATA_REDIS_SSL_BUNDLE")).containsExactly("backends");
        assertThat(values(product, "MONGODB_URI")).singleElement().asString().contains("tls=true");
        assertThat(values(product, "SPRING_MONGODB_SSL_BUNDLE")).containsExactly("backends");
        for (Workload caller : List.of(cart, product)) {
            assertThat(values(caller, "SPRING_SSL_BUNDLE_PEM_BACKENDS_TRUSTSTORE_CERTIFICATE"))
                    .containsExactly(CA);
            assertThat(caller.pod().getContainers()).allMatch(ExternalBackEndsTest::hasTheAuthority);
        }
    }

    /** A password may hold what a URI may not; see MongoLogin. */
    @Test
    void noUriHoldsALogin() {
        for (Profile profile : Charts.profiles()) {
            for (Workload workload : Charts.rendered(profile).workloads()) {
                workload.pod().getContainers().stream()
                        .flatMap(container -> container.getEnv().stream())
                        .filter(variable -> variable.getValue() != null
                                && variable.getValue().contains("://"))
                        .forEach(variable -> assertThat(variable.getValue())
                                .as("%s", workload)
                                .doesNotContain("@", "$("));
            }
        }
    }

    /** Or a mesh that lets nobody out to what it does not know would cut them off; by name, calls would land at another broker. */
    @ParameterizedTest
    @MethodSource("external")
    void theMeshKnowsEachAddressThatTheNetworkLetsThrough(Profile profile) {
        Rendered rendered = Charts.rendered(profile);
        Set<String> known = new HashSet<>();
        rendered.all(ServiceEntry.class)
                .filter(entry -> entry.getSpec().getResolution() == ServiceEntryResolution.NONE)
                .forEach(entry -> entry.getSpec().getPorts().forEach(port -> {
                    assertThat(port.getProtocol()).isEqualTo("TCP");
                    entry.getSpec().getAddresses().forEach(address -> known.add(address + " " + port.getNumber()));
                }));

        Set<String> open = rendered.all(NetworkPolicy.class)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .flatMap(rule -> rule.getTo().stream()
                        .filter(peer -> peer.getIpBlock() != null)
                        .map(peer -> peer.getIpBlock().getCidr())
                        .filter(cidr -> !cidr.equals("0.0.0.0/0"))
                        .flatMap(cidr -> rule.getPorts().stream()
                                .map(port -> cidr + " " + port.getPort().getIntVal())))
                .collect(Collectors.toSet());

        assertThat(open).isNotEmpty();
        assertThat(known).isEqualTo(open);
    }

    private static boolean hasTheAuthority(Container container) {
        return container.getVolumeMounts().stream().anyMatch(mount -> CA.startsWith(mount.getMountPath() + "/"));
    }

    private static List<String> values(Workload workload, String variable) {
        return workload.pod().getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(it -> it.getName().equals(variable))
                .map(EnvVar::getValue)
                .toList();
    }
}
