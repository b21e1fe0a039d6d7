package io.microecommerce.bench.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcStatTest {

    private static final String AFTER_NAME =
            " S 1 4711 4711 0 -1 4194560 12345 67 8 9 250 50 7 3 20 0 42 0 987654 5368709120 60000 18446744073709551615\n";

    @Test
    void readsOwnTimeAndThatOfEndedChildren() {
        ProcStat stat = ProcStat.parse("4711 (java)" + AFTER_NAME);

        assertThat(stat).isEqualTo(new ProcStat(250, 50, 7, 3));
        assertThat(stat.ticks()).isEqualTo(310);
    }

    @Test
    void isNotMisledByTheProcessName() {
        assertThat(ProcStat.parse("4711 (a ) b (c) 1 2)" + AFTER_NAME)).isEqualTo(new ProcStat(250, 50, 7, 3));
    }

    @Test
    void refusesWhatIsSomethingElse() {
        assertThatThrownBy(() -> ProcStat.parse("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcStat.parse("4711 (java) S 1 2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsWhatThisKernelTells() throws Exception {
        assertThat(ProcStat.parse(Files.readString(Path.of("/proc/self/stat"))).user())
                .isNotNegative();
    }
}
