package io.microecommerce.e2e.model;

import io.microecommerce.local.launcher.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the model checker as its header says to run it by hand, each search in a folder of its own under {@code target/model}. */
final class Spin {

    private static final Logger log = LoggerFactory.getLogger(Spin.class);

    static final Path MODEL = Platform.checkout().resolve("e2e/model/pay.pml");

    private static final Path FOLDERS = Platform.checkout().resolve("e2e/target/model");

    /** A search takes seconds; this is for a machine that is busy with something else. */
    private static final long PATIENCE_MINUTES = 15;

    private static final int MEMORY_LIMIT_MB = 2_000;

    /** Ten times what is needed; pan says when it is too small. */
    private static final String DEPTH = "-m2000";

    private static final String HASH_TABLE = "-w22";

    private Spin() {}

    enum Purpose {
        /** Every state, as fast as can be. */
        EVERY_STATE(List.of("-DSAFETY"), List.of()),
        /** Every state, and in addition whether a run can go on for ever. */
        EVERY_STATE_AND_CYCLE(List.of("-DNP"), List.of("-l")),
        /** The shortest counter-example. */
        COUNTER_EXAMPLE(List.of("-DSAFETY", "-DBFS"), List.of());

        private final List<String> compilerOptions;
        private final List<String> panOptions;

        Purpose(List<String> compilerOptions, List<String> panOptions) {
            this.compilerOptions = compilerOptions;
            this.panOptions = panOptions;
        }
    }

    static boolean isInstalled() {
        return Stream.of("spin", "gcc").allMatch(Spin::isOnThePath);
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** @param defines what the model is compiled with, such as {@code NO_FENCE} or {@code ATTEMPTS=1} */
    static Search search(List<String> defines, Purpose purpose) {
        try {
            Path folder = emptyFolder(defines);
            Files.copy(MODEL, folder.resolve("pay.pml"));
            List<String> flags = defines.stream().map(define -> "-D" + define).toList();

            run(folder, "spin.log", command(List.of("spin", "-a"), flags, List.of("pay.pml")));
            List<String> compiler = List.of("gcc", "-O1", "-DMEMLIM=" + MEMORY_LIMIT_MB, "-o", "pan", "pan.c");
            run(folder, "gcc.log", command(compiler, purpose.compilerOptions));
            String report =
                    run(folder, "pan.log", command(List.of("./pan", DEPTH, HASH_TABLE, "-n"), purpose.panOptions));

            List<String> story = Files.exists(folder.resolve("pay.pml.trail"))
                    ? run(folder, "story.log", command(List.of("spin", "-T", "-t"), flags, List.of("pay.pml")))
                            .lines()
                            .map(String::strip)
                            .filter(line -> line.startsWith(">") || line.startsWith("BROKEN"))
                            .toList()
                    : List.of();
            Search search = new Search(report, story);
            announce(defines, folder, search);
            return search;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void announce(List<String> defines, Path folder, Search search) throws IOException {
        String outcome = search.broken()
                .map(promise -> "counter-example, " + promise)
                .orElse(search.complete() ? "every promise kept" : "NOT SEARCHED COMPLETELY");
        log.info("Model {}: {}, {} states", defines, outcome, search.states());
        if (!search.story().isEmpty()) {
            Files.write(folder.resolve("counter-example.txt"), search.story());
        }
    }

    private static Path emptyFolder(List<String> defines) throws IOException {
        Path folder = FOLDERS.resolve(defines.isEmpty() ? "whole" : String.join("+", defines));
        if (Files.exists(folder)) {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    @SafeVarargs
    private static List<String> command(List<String>... parts) {
        List<String> command = new ArrayList<>();
        for (List<String> part : parts) {
            command.addAll(part);
        }
        return command;
    }

    /** @return what the program printed, which is also kept in the log; pan has no exit code for what it finds */
    private static String run(Path folder, String log, List<String> command) throws IOException {
        Path output = folder.resolve(log);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException(command + " has not ended in " + PATIENCE_MINUTES + " minutes");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", stopping);
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }
}
