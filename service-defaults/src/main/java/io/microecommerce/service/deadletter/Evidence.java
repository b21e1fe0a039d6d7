package io.microecommerce.service.deadletter;

import io.microecommerce.api.deadletter.DeadLetterView.Applied;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the effect of a message is there.
 *
 * @param at when it was applied; null unless YES and known
 * @param detail a sentence for people
 */
public record Evidence(Applied applied, @Nullable Instant at, String detail) {

    /**
     * @param appliedAt of the inbox row
     * @param effect what the row stands for, such as "the credit of payment 7"
     */
    public static Evidence ofInbox(Optional<Instant> appliedAt, String effect) {
        return appliedAt
                .map(at -> new Evidence(Applied.YES, at, "The inbox has " + effect + "."))
                .orElseGet(() -> new Evidence(Applied.NO, null, "The inbox does not have " + effect + "."));
    }

    static Evidence unknown(String detail) {
        return new Evidence(Applied.UNKNOWN, null, detail);
    }
}
