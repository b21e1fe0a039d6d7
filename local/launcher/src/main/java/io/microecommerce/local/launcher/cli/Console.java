package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The terminal: the one place that prints. */
final class Console implements Progress {

    /** One line of what a command has to say. */
    synchronized void line(String format, @Nullable Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    /** What went wrong; goes to standard error. */
    synchronized void problem(@Nullable String text) {
        System.err.println(text);
    }

    /** Asks a question; false also when nobody is there to answer. */
    synchronized boolean confirms(String question) throws IOException {
        if (System.console() == null) {
            return false;
        }
        System.out.print(question + " [y/N] ");
        System.out.flush();
        byte[] answer = new byte[16];
        int length = System.in.read(answer);
        return length > 0
                && new String(answer, 0, length, StandardCharsets.UTF_8).strip().equalsIgnoreCase("y");
    }

    @Override
    public void ready(String component, Duration after) {
        line("  %-18s ready    %5.1f s", component, after.toMillis() / 1000.0);
    }

    @Override
    public void stopped(String component, boolean killed) {
        line("  %-18s %s", component, killed ? "killed, it did not stop in time" : "stopped");
    }
}
