package io.microecommerce.local.launcher;

import io.microecommerce.local.launcher.installation.PlatformException;
import java.util.List;

/** A component did not start. The message says which, why, what to do, and how its log ends. */
public final class ComponentFailure extends PlatformException {
    private static final long serialVersionUID = 1L;

    private final String component;

    ComponentFailure(String component, String reason, String advice, String log, List<String> logEnd) {
        super(component + " " + reason + "\n" + advice + "\n" + end(log, logEnd));
        this.component = component;
    }

    /** Name of the component that failed. */
    public String component() {
        return component;
    }

    /** How a log is quoted in messages. */
    static String end(String log, List<String> lines) {
        StringBuilder text = new StringBuilder();
        text.append(lines.isEmpty() ? "Its log is empty: " + log : "The end of its log, " + log + ":");
        lines.forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }
}
