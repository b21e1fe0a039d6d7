package io.microecommerce.gateway.deadletter;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Where a page ended. Arrival and id order the letters of all services alike, so that each can go on from there by itself.
 *
 * @param arrivedAt to the microsecond, as PostgreSQL keeps it
 */
record LetterCursor(Instant arrivedAt, String id) {

    /** The end of the year 9999. */
    private static final long MAX_MICROS = 253_402_300_799_999_999L;

    String encode() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, arrivedAt) + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal {@code INVALID_FIELD} for anything that {@link #encode()} did not make */
    static LetterCursor decode(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int dot = plain.indexOf('.');
            long micros = dot < 0 ? -1 : Long.parseLong(plain.substring(0, dot));
            if (micros < 0 || micros > MAX_MICROS) {
                throw invalid();
            }
            return new LetterCursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                    Limits.requireId("cursor", plain.substring(dot + 1)));
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
    }

    private static Refusal invalid() {
        return Refusal.invalid("cursor", "must be the next of an earlier page");
    }
}
