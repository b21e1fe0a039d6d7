package io.microecommerce.e2e.chaos.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.faults.CrashPoint;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void isRepeatedByItsSeedAndVariesWithIt() {
        assertThat(Plan.of(7, List.of())).isEqualTo(Plan.of(7, List.of())).isNotEqualTo(Plan.of(8, List.of()));
    }

    @Test
    void beginsWithEachKindAndHasEveryCrashPoint() {
        Plan plan = Plan.of(1, List.of());

        assertThat(plan.deaths().get(0).kind()).isEqualTo(FaultKind.HALT);
        assertThat(plan.outages().get(0).kind()).isEqualTo(FaultKind.RESTART);
        assertThat(Stream.concat(plan.deaths().subList(1, 7).stream(), plan.outages().subList(1, 8).stream()))
                .as("then every process is killed")
                .allMatch(blow -> blow.kind() == FaultKind.KILL)
                .extracting(Blow::target)
                .containsExactlyInAnyOrder(
                        "postgres",
                        "redis",
                        "nacos",
                        "rocketmq-namesrv",
                        "rocketmq-broker",
                        "seata-server",
                        "wechatpay",
                        "svc-cart",
                        "svc-customer",
                        "svc-order",
                        "svc-payment",
                        "svc-product",
                        "gateway");
        assertThat(plan.points()).containsExactlyInAnyOrder(CrashPoint.values());
        assertThat(Stream.concat(plan.deaths().stream(), plan.troubles().stream()))
                .filteredOn(blow -> blow.kind() == FaultKind.PAUSE)
                .extracting(Blow::target)
                .contains("postgres", "rocketmq-broker", "seata-server", "nacos", "gateway", "svc-payment");
    }
}
