package io.microecommerce.local.launcher.process;

import io.microecommerce.local.launcher.topology.StopPolicy;
import java.io.IOException;
import java.time.Duration;

/** Signals to processes we recorded, and only to those. */
public final class Signals {
    private static final Duration KILLED_AT_MOST_AFTER = Duration.ofSeconds(10);

    private Signals() {}

    /**
     * Sends a signal; does nothing if that process is gone, whoever has its number now.
     *
     * @param signal its name without SIG: TERM, KILL, STOP, CONT
     */
    public static void send(ProcessRecord process, String signal) throws IOException, InterruptedException {
        if (process.isAlive()) {
            // Java can send TERM and KILL only. The shell's own kill is there where no /bin/kill is installed.
            new ProcessBuilder("/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }

    /**
     * Asks the process to stop and kills it when its grace is over.
     *
     * @return false if it had to be killed
     */
    public static boolean stop(ProcessRecord process, StopPolicy policy) throws IOException, InterruptedException {
        send(process, policy.signal());
        // A paused process would not see the signal.
        send(process, "CONT");
        if (awaitEnd(process, policy.grace())) {
            return true;
        }
        kill(process);
        return false;
    }

    /** Kills the process and waits until it is gone. */
    public static void kill(ProcessRecord process) throws IOException, InterruptedException {
        send(process, "KILL");
        if (!awaitEnd(process, KILLED_AT_MOST_AFTER)) {
            throw new IOException("process " + process.pid() + " does not end even after SIGKILL");
        }
    }

    /** Waits for the end of the process; false if it still lives then. */
    public static boolean awaitEnd(ProcessRecord process, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }
}
