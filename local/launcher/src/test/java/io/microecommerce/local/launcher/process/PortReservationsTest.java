package io.microecommerce.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortReservationsTest {

    @TempDir
    private Path folder;

    @Test
    void reservesAPortOnce() {
        assertThat(new PortReservations(folder).reserve(List.of(4001, 4002))).isTrue();
        assertThat(new PortReservations(folder).reserve(List.of(4003, 4002))).isFalse();
        assertThat(new PortReservations(folder).reserve(List.of(4003))).isTrue();
    }

    @Test
    void forgetsWhatADeadProcessHasReserved() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        Path itsFile = Files.writeString(folder.resolve(Long.toString(process.pid())), "4001\n");

        assertThat(new PortReservations(folder).reserve(List.of(4001))).isTrue();
        assertThat(itsFile).doesNotExist();
    }

    @Test
    void keepsToWhatALivingProcessHasReserved() throws IOException {
        Files.writeString(folder.resolve("1"), "4001\n");

        assertThat(new PortReservations(folder).reserve(List.of(4001))).isFalse();
    }
}
