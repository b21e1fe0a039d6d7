package io.microecommerce.gateway.deadletter;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;

/** A letter's id as the staff know it, {@code SERVICE_ID}. */
record LetterId(String service, String id) {

    private static final char SEPARATOR = '_';

    String text() {
        return service + SEPARATOR + id;
    }

    /** @throws Refusal {@code INVALID_FIELD} for what cannot be an id, {@code DEAD_LETTER_NOT_FOUND} for one without a service */
    static LetterId parse(String text) {
        Limits.requireId("id", text);
        int separator = text.indexOf(SEPARATOR);
        if (separator < 1 || separator == text.length() - 1) {
            throw notFound(text);
        }
        return new LetterId(text.substring(0, separator), text.substring(separator + 1));
    }

    static Refusal notFound(String text) {
        return new Refusal(ErrorCode.DEAD_LETTER_NOT_FOUND, "There is no dead letter " + text + ".");
    }
}
