package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.microecommerce.helm.Charts.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is rendered for Prometheus and Grafana once it is asked for. */
class MonitoringTest {

    private static final Profile SHOP = new Profile("shop", Profile.DEFAULTS);
    private static final String RUNBOOK = "https://shop.example.com/runbook.md";
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void nothingIsRenderedUnasked() {
        Rendered rendered = Charts.rendered(SHOP);

        assertThat(rendered.all(ConfigMap.class)).isEmpty();
        assertThat(rendered.all(PrometheusRule.class)).isEmpty();
        assertThat(rendered.all(PodMonitor.class)).isEmpty();
    }

    @Test
    void rendersWhatTheOperatorKnows() {
        for (boolean istio : new boolean[] {true, false}) {
            Rendered rendered = render(Map.of("istio.enabled", istio));
            for (int i = 0; i < rendered.objects().size(); i++) {
                HasMetadata object = rendered.objects().get(i);
                List<String> unknown = new ArrayList<>();
                assertThat(object).isNotInstanceOf(GenericKubernetesResource.class);
                ChartsAreSoundTest.unknown(object, object.getMetadata().getName(), unknown);
                assertThat(unknown).isEmpty();
                JsonNode written =
                        Rendered.MAPPER.valueToTree(rendered.documents().get(i));
                assertThat(Rendered.leaves(Rendered.MAPPER.valueToTree(object)))
                        .containsExactlyInAnyOrderElementsOf(Rendered.leaves(written));
            }
        }
    }

    @Test
    void grafanaFindsEachDashboardAsItIs() throws IOException {
        Map<String, String> found = new HashMap<>();
        render(Map.of()).all(ConfigMap.class).forEach(map -> {
            assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
            found.putAll(map.getData());
        });

        assertThat(found).containsOnlyKeys("payments.json", "participants.json", "messages.json", "resources.json");
        for (Map.Entry<String, String> dashboard : found.entrySet()) {
            assertThat(dashboard.getValue())
                    .isEqualTo(Files.readString(Path.of("shop/dashboards", dashboard.getKey())));
            JsonNode panels = Rendered.MAPPER.readTree(dashboard.getValue()).get("panels");
            assertThat(panels).isNotEmpty();
            assertThat(panels.findValuesAsText("expr")).doesNotContain("");
        }
    }

    @Test
    void eachAlertLinksToASectionOfTheRunbook() throws IOException {
        Set<String> anchors = HEADING.matcher(Files.readString(Path.of("../docs/runbook.md")))
                .results()
                .map(heading -> RUNBOOK + "#" + anchor(heading.group(1)))
                .collect(Collectors.toSet());

        List<Rule> alerts = alerts(render(Map.of()));

        assertThat(alerts).hasSizeGreaterThan(20);
        assertThat(alerts).allSatisfy(alert -> {
            assertThat(anchors)
                    .as(alert.getAlert())
                    .contains(alert.getAnnotations().get("runbook_url"));
            assertThat(alert.getAnnotations().get("summary")).isNotBlank();
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
        });
        assertThat(alerts).extracting(Rule::getAlert).doesNotHaveDuplicates();
    }

    @Test
    void alertsAreNotRenderedWithoutARunbook() {
        assertThatThrownBy(() -> Charts.render(SHOP, Map.of("metrics.rules.enabled", true)))
                .hasMessageContaining("metrics.rules.runbook");
    }

    @Test
    void everyPodThatHasMetricsIsReadAtItsOwnPort() {
        Rendered rendered = render(Map.of());
        Map<String, PodMonitor> monitors = rendered.all(PodMonitor.class)
                .collect(Collectors.toMap(it -> it.getMetadata().getName(), it -> it));

        assertThat(monitors).containsOnlyKeys("shop-gateway", "shop-services");
        for (Rendered.Workload workload : rendered.workloads()) {
            if (!workload.labels().containsKey("version")) {
                continue;
            }
            String monitor = workload.name().equals("gateway") ? "shop-gateway" : "shop-services";
            String port = monitors.get(monitor)
                    .getSpec()
                    .getPodMetricsEndpoints()
                    .get(0)
                    .getPort();
            String annotated =
                    workload.template().getMetadata().getAnnotations().get("prometheus.io/port");
            assertThat(workload.pod().getContainers().get(0).getPorts())
                    .as(workload.name())
                    .anySatisfy(it -> {
                        assertThat(it.getName()).isEqualTo(port);
                        assertThat(it.getContainerPort()).hasToString(annotated);
                    });
        }
    }

    /** They hand the metrics out; see MetricsTest for who is let in to them. */
    @Test
    void withIstioTheSidecarsAreRead() {
        Rendered rendered = render(Map.of("istio.enabled", true, "metrics.namespace", "monitoring"));

        assertThat(rendered.all(PodMonitor.class)).allSatisfy(monitor -> assertThat(
                        monitor.getSpec().getPodMetricsEndpoints().get(0).getPath())
                .isEqualTo("/stats/prometheus"));
    }

    private static Rendered render(Map<String, Object> besides) {
        Map<String, Object> set = new HashMap<>(besides);
        set.put("metrics.dashboards.enabled", true);
        set.put("metrics.podMonitors.enabled", true);
        set.put("metrics.rules.enabled", true);
        set.put("metrics.rules.runbook", RUNBOOK);
        set.put("metrics.operatorLabels.release", "prometheus");
        return Charts.render(SHOP, set);
    }

    private static List<Rule> alerts(Rendered rendered) {
        return rendered.all(PrometheusRule.class)
                .flatMap(rule -> rule.getSpec().getGroups().stream())
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    /** As the pages of a repository make it from a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase().replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
    }
}
