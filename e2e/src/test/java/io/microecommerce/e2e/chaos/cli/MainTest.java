package io.microecommerce.e2e.chaos.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.chaos.Report;
import io.microecommerce.e2e.chaos.check.Rule;
import io.microecommerce.e2e.chaos.check.Violation;
import io.microecommerce.e2e.faults.CrashPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void succeedsOnlyWhenEveryRuleHeldAndEveryCrashPointWasReached() {
        Violation lost = new Violation(Rule.MONEY, "Somebody's wallet is short");

        assertThat(Main.exitCode(report(List.of(), List.of()))).isZero();
        assertThat(Main.exitCode(report(List.of(lost), List.of()))).isEqualTo(1);
        assertThat(Main.exitCode(report(List.of(), List.of(CrashPoint.TRIED)))).isEqualTo(1);
    }

    private static Report report(List<Violation> violations, List<CrashPoint> missed) {
        return new Report(
                1,
                Duration.ofMinutes(4),
                Map.of(),
                List.of(),
                Map.of(),
                missed,
                violations,
                new Report.Looks(1, 1, 0),
                Duration.ofSeconds(60));
    }
}
