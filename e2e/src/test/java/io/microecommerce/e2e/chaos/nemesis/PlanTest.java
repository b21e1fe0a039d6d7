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

        assertThat(plan.deaths().subList(0, 3))
                .extracting(Blow::kind)
                .containsExactly(FaultKind.KILL, FaultKind.HALT, FaultKind.RESTART);
        assertThat(plan.points()).containsExactlyInAnyOrder(CrashPoint.values());
        assertThat(Stream.concat(plan.deaths().stream(), plan.troubles().stream()))
                .filteredOn(blow -> blow.kind() == FaultKind.PAUSE)
                .extracting(Blow::target)
                .contains("postgres", "rocketmq-broker", "seata-server", "nacos", "gateway", "svc-payment");
    }
}
