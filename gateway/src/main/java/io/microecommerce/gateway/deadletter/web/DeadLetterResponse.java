package io.microecommerce.gateway.deadletter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microecommerce.api.deadletter.DeadLetterState;
import io.microecommerce.api.deadletter.DeadLetterView;
import io.microecommerce.gateway.deadletter.ServiceLetter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that its consumer has failed on for the last time.
 *
 * @param service who keeps it
 * @param group the consumer group whose effect is missing; TRANS_CHECK_MAX_TIME for a half message that the broker gave up
 * @param body as text; left out of lists
 * @param deliveries how often the consumer was called before
 * @param evidence whether the effect is there nevertheless
 * @param actions what was done with it, the oldest first; left out of lists
 */
record DeadLetterResponse(
        String id,
        String service,
        String group,
        DeadLetterState state,
        String messageId,
        String topic,
        @Nullable String tag,
        @Nullable String keys,
        int deliveries,
        Instant bornAt,
        Instant arrivedAt,
        @Nullable String lastError,
        DeadLetterView.Evidence evidence,
        int redrives,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBy,
        @Nullable String reason,
        int bodyBytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String body,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<DeadLetterView.Action> actions) {

    static DeadLetterResponse inList(ServiceLetter letter) {
        return of(letter, null, null);
    }

    static DeadLetterResponse complete(ServiceLetter letter) {
        return of(letter, letter.letter().body(), letter.letter().actions());
    }

    private static DeadLetterResponse of(
            ServiceLetter of, @Nullable String body, @Nullable List<DeadLetterView.Action> actions) {
        DeadLetterView letter = of.letter();
        return new DeadLetterResponse(
                of.id(),
                of.service(),
                letter.group(),
                letter.state(),
                letter.messageId(),
                letter.topic(),
                letter.tag(),
                letter.keys(),
                letter.deliveries(),
                letter.bornAt(),
                letter.arrivedAt(),
                letter.lastError(),
                letter.evidence(),
                letter.redrives(),
                letter.resolvedAt(),
                letter.resolvedBy(),
                letter.reason(),
                letter.bodyBytes(),
                body,
                actions);
    }
}
