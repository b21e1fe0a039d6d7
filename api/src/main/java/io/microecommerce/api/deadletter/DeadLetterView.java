package io.microecommerce.api.deadletter;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that its consumer has failed on for the last time.
 *
 * @param group the consumer group whose effect is missing; {@code TRANS_CHECK_MAX_TIME} for a half message that the broker gave up
 * @param messageId the broker's
 * @param topic where it was sent to
 * @param tag null if it has none
 * @param keys what it is about, such as a payment's id; null if it has none
 * @param body as text, at most 256 KiB of it; null in lists
 * @param bodyBytes length of the whole body
 * @param deliveries how often the consumer was called before
 * @param lastError what the consumer threw last, where it is known; null otherwise
 * @param evidence whether the effect is there nevertheless
 * @param redrives how often it was redriven
 * @param resolvedAt null while OPEN
 * @param resolvedBy id of the member of the staff; null while OPEN
 * @param reason what they gave for it
 * @param actions what was done with it, the oldest first; empty in lists
 */
public record DeadLetterView(
        String id,
        String group,
        String messageId,
        String topic,
        @Nullable String tag,
        @Nullable String keys,
        @Nullable String body,
        int bodyBytes,
        int deliveries,
        Instant bornAt,
        Instant arrivedAt,
        @Nullable String lastError,
        DeadLetterState state,
        Evidence evidence,
        int redrives,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason,
        List<Action> actions)
        implements Serializable {

    public DeadLetterView {
        actions = List.copyOf(actions);
    }

    /** Whether an effect is there. */
    public enum Applied {
        YES,
        NO,
        /** It cannot be told, because the message cannot be read for instance. */
        UNKNOWN
    }

    /**
     * What the service's own database says of the effect.
     *
     * @param at when it was applied; null unless YES
     * @param detail a sentence for people
     */
    public record Evidence(Applied applied, @Nullable Instant at, String detail) implements Serializable {}

    /**
     * What a member of the staff did.
     *
     * @param action {@code REDRIVE} or {@code DISCARD}
     * @param outcome {@code DONE} or {@code FAILED}
     * @param reason null if none was given
     * @param error why it failed; null if it did not
     */
    public record Action(
            String action, String outcome, String staffId, @Nullable String reason, @Nullable String error, Instant at)
            implements Serializable {}
}
