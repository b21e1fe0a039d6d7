package io.microecommerce.e2e.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pan has found.
 *
 * @param report of pan
 * @param story of the counter-example, what happened a line; empty where there is none
 */
record Search(String report, List<String> story) {

    private static final String TOLD_BY_THE_MODEL = "BROKEN ";
    private static final Pattern STATES = Pattern.compile("(\\d+) states, stored");
    private static final Pattern FIRST_ERROR = Pattern.compile("pan:1: (.*)");

    Search {
        story = List.copyOf(story);
    }

    /** The promise that the counter-example breaks. */
    Optional<String> broken() {
        Matcher error = FIRST_ERROR.matcher(report);
        if (!error.find()) {
            return Optional.empty();
        }
        String byPan = error.group(1);
        return Optional.of(story.stream()
                .filter(line -> line.startsWith(TOLD_BY_THE_MODEL))
                .map(line -> line.substring(TOLD_BY_THE_MODEL.length()))
                .findFirst()
                .orElse(byPan));
    }

    /** Whether every state was visited: pan says so if it ran out of depth or memory, or stopped at an error. */
    boolean complete() {
        return report.contains("errors: 0")
                && !report.contains("not completed")
                && !report.contains("max search depth too small");
    }

    long states() {
        Matcher states = STATES.matcher(report);
        if (!states.find()) {
            throw new IllegalStateException("pan has not come to its end:\n" + report);
        }
        return Long.parseLong(states.group(1));
    }
}
