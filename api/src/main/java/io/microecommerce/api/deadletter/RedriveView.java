package io.microecommerce.api.deadletter;

import java.io.Serializable;

/** What came of a redrive. */
public record RedriveView(Outcome outcome, DeadLetterView letter) implements Serializable {

    /** How it ended. */
    public enum Outcome {
        /** The effect was missing and is there now. */
        APPLIED,
        /** The consumer found its effect there already; the letter is settled. */
        WAS_APPLIED,
        /** The consumer took it, and cannot tell whether its effect was there before. */
        TAKEN,
        /** The letter had been redriven before; nothing was done. */
        WAS_REDRIVEN,
        /** The consumer failed again; the letter stays OPEN, with the error. */
        FAILED
    }
}
