package io.microecommerce.customer.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session lasts without a refresh; each refresh gives it as long again.
 *
 * @param length a minute to a year
 */
public record SessionLifetime(Duration length) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    public SessionLifetime {
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "A session must last " + SHORTEST + " to " + LONGEST + ", not " + length);
        }
    }

    Instant from(Instant now) {
        return now.plus(length);
    }
}
