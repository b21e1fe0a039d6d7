package io.microecommerce.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.local.launcher.topology.StopPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
    @TempDir
    private Path folder;

    private Process process;

    @BeforeEach
    void start() throws Exception {
        process = Spawner.start(List.of("sleep", "60"), Map.of(), folder, new LogFile(folder.resolve("log")));
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    @Test
    void aStrangerWithARecycledNumberIsNotKilled() throws Exception {
        ProcessRecord ours = ProcessRecord.of(process.pid()).orElseThrow();
        ProcessRecord diedBefore =
                new ProcessRecord(ours.pid(), ours.startTicks() - 1, ours.bootId(), ours.startedAt());
        ProcessRecord beforeTheReboot = new ProcessRecord(ours.pid(), ours.startTicks(), "another", ours.startedAt());

        Signals.kill(diedBefore);
        Signals.stop(beforeTheReboot, new StopPolicy("TERM", Duration.ofSeconds(1)));

        assertThat(process.waitFor(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(ours.isAlive()).isTrue();
    }

    @Test
    void isRecognisedAfterItWasWrittenAndReadAgain() throws Exception {
        Path file = folder.resolve("sleep.pid");
        ProcessRecord.of(process.pid()).orElseThrow().write(file);

        ProcessRecord read = ProcessRecord.read(file).orElseThrow();
        assertThat(read.isAlive()).isTrue();
        Signals.kill(read);
        assertThat(read.isAlive()).isFalse();
    }

    @Test
    void halfAFileIsNoRecord() throws Exception {
        Path file = Files.writeString(folder.resolve("sleep.pid"), "pid=12\n");

        assertThat(ProcessRecord.read(file)).isEmpty();
    }

    @Test
    void aPausedProcessCanBeStopped() throws Exception {
        ProcessRecord ours = ProcessRecord.of(process.pid()).orElseThrow();
        Signals.send(ours, "STOP");

        assertThat(Signals.stop(ours, new StopPolicy("TERM", Duration.ofSeconds(30))))
                .isTrue();
    }
}
