package io.microecommerce.local.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts programs that outlive this process and its terminal. */
public final class Spawner {
    /** What a program may know of the environment we were called in; all else it is told by the topology. */
    private static final List<String> INHERITED = List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TZ");

    private Spawner() {}

    /**
     * Starts a program in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it: the order in which
     * things stop is ours to keep. The process number is the program's own.
     *
     * @param command program and arguments; secrets must not stand here, everybody can read them
     */
    public static Process start(List<String> command, Map<String, String> environment, Path folder, LogFile log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder("setsid");
        builder.command().addAll(command);
        builder.directory(folder.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(environment);
        log.rotate();
        builder.redirectInput(new File("/dev/null"));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        return builder.start();
    }
}
