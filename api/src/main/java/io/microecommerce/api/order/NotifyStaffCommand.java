package io.microecommerce.api.order;

import io.microecommerce.api.Limits;
import java.io.Serializable;

/**
 * Something that another service wants the staff to know.
 *
 * @param kind {@code LOW_STOCK} or {@code MONEY_GOES_BACK}
 * @param subjectId id of what it is about
 * @param cause what happened, once: kind and cause together are notified once, however often they are sent; at most 128
 *     characters
 * @param text what staff read, at most 500 characters
 */
public record NotifyStaffCommand(String kind, String subjectId, String cause, String text) implements Serializable {

    public NotifyStaffCommand {
        Limits.requireId("kind", kind);
        Limits.requireId("subject_id", subjectId);
        Limits.requireKeptText("cause", cause, 128);
        Limits.requireKeptText("text", text, 500);
    }
}
