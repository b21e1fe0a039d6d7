package io.microecommerce.local.launcher.cli;

import io.microecommerce.local.launcher.Platform;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Stays with a platform in the foreground and reports what dies. The rest keeps running: somebody may want to look, or
 * killed it on purpose to see what happens.
 */
record Watch(Console console, Platform platform) {
    private static final long POLL_MILLIS = 500;

    /** Returns once another command has stopped everything; Ctrl-C ends the JVM before that. */
    void untilNothingIsLeft() throws InterruptedException {
        Set<String> suspected = new LinkedHashSet<>();
        Set<String> reported = new LinkedHashSet<>();
        while (platform.isUp()) {
            for (String name : platform.names()) {
                if (platform.isAlive(name) || !platform.isRecorded(name)) {
                    suspected.remove(name);
                    reported.remove(name);
                } else if (!suspected.add(name) && reported.add(name)) {
                    // Dead twice in a row: a stop by another command takes its record away at once.
                    report(name);
                }
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void report(String name) {
        console.problem(name + " has died: " + platform.epitaph(name) + "\nThe rest keeps running. ./shop restart "
                + name + " starts it again, Ctrl-C stops everything.");
    }
}
