package io.microecommerce.api.deadletter;

import io.microecommerce.api.Limits;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which letters.
 *
 * @param state null for all
 * @param group the consumer group; null for all
 * @param beforeAt goes on after the letter that arrived then and has {@code beforeId}; both null for the first page
 * @param size at most {@link Limits#MAX_PAGE_SIZE} + 1: whether there is one more tells whether the list goes on
 */
public record DeadLetterQuery(
        @Nullable DeadLetterState state,
        @Nullable String group,
        @Nullable Instant beforeAt,
        @Nullable String beforeId,
        int size)
        implements Serializable {

    public DeadLetterQuery {
        if (group != null) {
            Limits.requireText("group", group, 255);
        }
        if (size < 1 || size > Limits.MAX_PAGE_SIZE + 1) {
            throw new IllegalArgumentException("size must be 1 to " + (Limits.MAX_PAGE_SIZE + 1));
        }
        if ((beforeAt == null) != (beforeId == null)) {
            throw new IllegalArgumentException("beforeAt and beforeId go together");
        }
    }
}
