package io.microecommerce.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.e2e.faults.BrokerFault;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.faults.FaultFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastPointsTest {

    @TempDir
    private Path folder;

    private final List<CrashPoint> rest = new ArrayList<>();
    private final List<BrokerFault> windows = new ArrayList<>();
    private LastPoints points;

    /** How many events each window for lost ones catches, the last number for all after it. */
    private List<Integer> losses;

    private int lost;

    @BeforeEach
    void nobodyHasComeBy() {
        points = new LastPoints(() -> List.copyOf(rest), new FaultFolder(folder), this::passes);
        losses = List.of(1);
    }

    /** A point is reached by one lost event, in the time after the windows, and uses it up. */
    private void passes(Duration atMost, BooleanSupplier enough) {
        if (isOn(BrokerFault.ANSWER_LOST)) {
            windows.add(BrokerFault.ANSWER_LOST);
            rest.removeIf(point -> point.reached() == CrashPoint.Reached.BY_AN_UNDECIDED_ANSWER);
        } else if (isOn(BrokerFault.HALF_DROPPED)) {
            windows.add(BrokerFault.HALF_DROPPED);
            lost += losses.get(Math.min(losses.size(), windows.size()) - 1);
        } else {
            for (; lost > 0 && !rest.isEmpty(); lost--) {
                rest.remove(0);
            }
        }
    }

    private boolean isOn(BrokerFault fault) {
        return Files.exists(folder.resolve(fault.name() + ".on"));
    }

    @Test
    void repeatsTheWindowUntilEachPointHadItsEvent() {
        rest.addAll(List.of(CrashPoint.BEFORE_RESEND, CrashPoint.AFTER_RESEND));
        losses = List.of(0, 1);

        points.reach();

        assertThat(rest).isEmpty();
        assertThat(windows)
                .containsExactly(BrokerFault.HALF_DROPPED, BrokerFault.HALF_DROPPED, BrokerFault.HALF_DROPPED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void breaksOnlyWhatTheMissingPointsNeed() {
        rest.addAll(List.of(CrashPoint.BEFORE_CHECK_BACK, CrashPoint.AFTER_CHECK_BACK));

        points.reach();

        assertThat(windows).containsExactly(BrokerFault.ANSWER_LOST);
    }

    @Test
    void givesUpOnWhatNobodyComesBy() {
        rest.add(CrashPoint.AFTER_RESEND);
        losses = List.of(0);

        points.reach();

        assertThat(rest).containsExactly(CrashPoint.AFTER_RESEND);
        assertThat(windows).hasSize(LastPoints.ROUNDS);
        assertThat(folder).isEmptyDirectory();
    }
}
