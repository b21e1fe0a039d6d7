package io.microecommerce.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromNamesTest {

    @Test
    void findsMetricsAndNeitherFunctionsNorLabels() {
        assertThat(PromNames.in(
                        "sum by (a, b) (rate(x_total{c=\"d\",e!~\"f|g\"}[5m])) / on (h) group_left (i) y > 0.05"))
                .containsExactly("x_total", "y");
        assertThat(PromNames.in(
                        "histogram_quantile(0.95, sum by (le) (rate(x_bucket[$__rate_interval]))) or vector(0)"))
                .containsExactly("x_bucket");
        assertThat(PromNames.in("absent(x) and min by (n) (y) == 0")).containsExactly("x", "y");
    }

    @Test
    void findsThemInEachFileOfTheChart() throws IOException {
        Map<String, Set<String>> found = PromNames.inChart(Platform.checkout().resolve("helm/shop"));

        assertThat(found.values()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(names -> assertThat(names)
                .hasSizeGreaterThan(5));
        assertThat(found.get("alerts/shop.yaml")).contains("shop_audit_cases", "shop_pay_answer_seconds_count");
        assertThat(found.get("dashboards/payments.json")).contains("shop_pay_answer_seconds_bucket");
    }
}
