package io.microecommerce.customer.password;

import java.time.Duration;

/**
 * How passwords are reset.
 *
 * @param validFor how long a token is good, a minute to a day
 * @param mostPerHour unused requests that a customer may have within an hour, from 1; further ones are passed over in silence
 */
public record ResetRules(Duration validFor, int mostPerHour) {

    static final Duration COUNTED_WITHIN = Duration.ofHours(1);

    public ResetRules {
        if (validFor.compareTo(Duration.ofMinutes(1)) < 0 || validFor.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("A reset token must be good for a minute to a day, not " + validFor);
        }
        if (mostPerHour < 1) {
            throw new IllegalArgumentException("At least 1 reset an hour must be allowed, not " + mostPerHour);
        }
    }
}
