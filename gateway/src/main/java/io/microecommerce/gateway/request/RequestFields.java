package io.microecommerce.gateway.request;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads what a request must hold; each method refuses by naming what is missing, as the client writes it. */
public final class RequestFields {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What a reader of server-sent events last read. */
    public static final String LAST_EVENT_ID = "Last-Event-ID";

    private RequestFields() {}

    /** @param name the field in snake_case */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid(name, "is required");
        }
        return value;
    }

    /**
     * An id never changes: a body may repeat the one of the path, so that what was read can be sent back.
     *
     * @param inBody null where it is left out
     */
    public static String sameId(String inPath, @Nullable String inBody) {
        if (inBody != null && !inBody.equals(inPath)) {
            throw Refusal.invalid("id", "must be the one of the path, or left out");
        }
        return Limits.requireId("id", inPath);
    }

    /** @throws Refusal {@code IDEMPOTENCY_KEY_REQUIRED} if there is none, or one that is none */
    public static String idempotencyKey(@Nullable String header) {
        if (header != null) {
            try {
                return Limits.requireId(IDEMPOTENCY_KEY, header);
            } catch (Refusal notAKey) {
                // Told below, in the same words as a missing one.
            }
        }
        throw new Refusal(
                ErrorCode.IDEMPOTENCY_KEY_REQUIRED,
                "Send an " + IDEMPOTENCY_KEY
                        + " header of 1 to 64 letters, digits, - or _: a new one for a new wish, the"
                        + " same one to ask again.");
    }
}
