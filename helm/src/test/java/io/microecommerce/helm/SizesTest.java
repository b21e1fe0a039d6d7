package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Quantity;
import io.microecommerce.helm.Charts.Profile;
import io.microecommerce.helm.Rendered.Workload;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What helm/README.md says that minikube needs is what the charts ask for. */
class SizesTest {

    /** What Istio asks for a sidecar by default, in MiB; the README leaves it at that. */
    private static final int SIDECAR = 128;

    /** istiod, as the README installs it, and the ingress gateway, in MiB. */
    private static final int ISTIO = 512 + 128;

    /** Of minikube's 12 GB what Kubernetes itself, Calico and the Jobs may have, in MiB. */
    private static final int KUBERNETES = 2_048;

    private static final int MINIKUBE = 12 * 1_024;

    @Test
    void minikubeHasTheMemoryThatIsAskedForAndTheReadmeSaysHowMuch() throws IOException {
        List<Workload> servers = Stream.of("backing", "shop")
                .flatMap(chart -> Charts.rendered(new Profile(chart, "minikube")).workloads().stream())
                .filter(SizesTest::staysThere)
                .toList();
        int pods = servers.size();
        int asked = servers.stream().mapToInt(SizesTest::memory).sum();
        int all = asked + pods * SIDECAR + ISTIO;

        assertThat(all).isLessThanOrEqualTo(MINIKUBE - KUBERNETES);
        assertThat(Files.readString(Path.of("README.md")))
                .contains("--memory 12g")
                .contains("%d pods ask for %,d MiB, their sidecars for %,d, Istio for %d"
                        .formatted(pods, asked, pods * SIDECAR, ISTIO));
    }

    private static boolean staysThere(Workload workload) {
        return workload.pod().getRestartPolicy() == null;
    }

    private static int memory(Workload workload) {
        return workload.pod().getContainers().stream()
                .map(container -> container.getResources().getRequests().get("memory"))
                .mapToInt(SizesTest::mebibytes)
                .sum();
    }

    private static int mebibytes(Quantity quantity) {
        return quantity.getNumericalAmount()
                .divide(BigDecimal.valueOf(1L << 20))
                .intValueExact();
    }
}
