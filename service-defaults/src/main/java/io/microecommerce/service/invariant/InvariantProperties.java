package io.microecommerce.service.invariant;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a service checks its invariants.
 *
 * @param every the pause between two rounds, at least 100ms; each pause is up to a fifth shorter or longer, so that the instances of
 *     a service do not all ask at once
 * @param within how long the database may work on one of them, at least 1ms
 */
@ConfigurationProperties("shop.invariant")
record InvariantProperties(Duration every, Duration within) {

    InvariantProperties {
        if (every.toMillis() < 100) {
            throw new IllegalArgumentException("shop.invariant.every is " + every + ", and must be at least 100ms");
        }
        if (within.toMillis() < 1) {
            throw new IllegalArgumentException("shop.invariant.within is " + within + ", and must be at least 1ms");
        }
    }
}
