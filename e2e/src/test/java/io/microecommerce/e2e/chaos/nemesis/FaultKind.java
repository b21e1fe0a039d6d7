package io.microecommerce.e2e.chaos.nemesis;

/** What the nemesis does. */
public enum FaultKind {
    /** A process is killed (SIGKILL), and started again. */
    KILL("killed"),
    /** A process is stopped as an operator would, and started again. */
    RESTART("restarted"),
    /** A process dies at a named crash point, and is started again. */
    HALT("halted at a crash point"),
    /** The thread that comes to a named crash point dies there; the process lives on. */
    POINT("crash point"),
    /** A process is frozen (SIGSTOP) for a while. */
    PAUSE("paused"),
    /** The connections of a link are closed, and new ones refused for a while. */
    CUT("cut"),
    /** The connections of a link stay, and carry nothing for a while. */
    FREEZE("frozen"),
    /** The answers of PostgreSQL to a service take longer for a while. */
    SLOW("slowed"),
    /** The clock of a service is ahead or behind for a while. */
    CLOCK("clock shifted"),
    /** The broker loses answers, or drops half messages, for a while. */
    BROKER("broker forgets"),
    /** WeChat Pay delays, repeats, reorders or loses what it tells, or does not answer, for a while. */
    PROVIDER("provider misbehaves");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
