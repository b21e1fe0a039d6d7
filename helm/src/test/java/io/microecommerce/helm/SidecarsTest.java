package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Under STRICT mutual TLS a pod without a sidecar reaches nobody, and a Job whose sidecar stays never ends. */
class SidecarsTest {

    static Stream<Profile> meshed() {
        return Charts.profiles().stream().filter(profile -> !profile.name().equals(Profile.DEFAULTS));
    }

    /** Whatever label the namespace has: who creates it, such as Terraform, need not know of Istio. */
    @ParameterizedTest
    @MethodSource("meshed")
    void everyPodAsksForItsSidecarAndJobsForOneThatEnds(Profile profile) {
        assertThat(Charts.rendered(profile).workloads()).isNotEmpty().allSatisfy(workload -> {
            assertThat(workload.labels()).containsEntry("sidecar.istio.io/inject", "true");
            assertThat(annotations(workload))
                    .as("kept by Kubernetes beside the container, and ended with it: %s", workload)
                    .containsEntry("sidecar.istio.io/nativeSidecar", "true");
        });
    }

    @ParameterizedTest
    @MethodSource("io.microecommerce.helm.Charts#charts")
    void nobodyAsksForASidecarWithoutIstio(String chart) {
        Rendered rendered = Charts.render(new Profile(chart, "minikube"), Map.of("istio.enabled", "false"));

        assertThat(rendered.workloads()).isNotEmpty().noneMatch(workload -> workload.labels()
                .containsKey("sidecar.istio.io/inject"));
        assertThat(rendered.text()).doesNotContain("istio.io/");
    }

    private static Map<String, String> annotations(Workload workload) {
        return workload.template().getMetadata().getAnnotations();
    }
}
