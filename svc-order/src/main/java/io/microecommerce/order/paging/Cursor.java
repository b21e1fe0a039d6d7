package io.microecommerce.order.paging;

import io.microecommerce.api.Limits;
import io.microecommerce.api.error.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * Where a page of a list that runs from the newest to the oldest ended.
 *
 * @param createdAt of the page's last item, to the microsecond, as PostgreSQL keeps it
 * @param id of the page's last item; parts items of the same microsecond
 */
public record Cursor(Instant createdAt, String id) {

    /** The end of the year 9999: past it, and before 1970, lie instants that PostgreSQL may not hold, and none of ours. */
    private static final long MAX_MICROS = 253_402_300_799_999_999L;

    /** The form that clients hand back; they are not meant to read it. */
    public String encode() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal {@code INVALID_FIELD} for anything that {@link #encode()} did not make */
    public static Cursor decode(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int dot = plain.indexOf('.');
            if (dot < 0) {
                throw invalid();
            }
            long micros = Long.parseLong(plain.substring(0, dot));
            if (micros < 0 || micros > MAX_MICROS) {
                throw invalid();
            }
            return new Cursor(
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
