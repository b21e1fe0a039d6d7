package io.microecommerce.payment.pay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long idempotency keys are kept.
 *
 * @param keptFor from the end of a payment, at least an hour: a customer's retries must find the payment that they repeat
 * @param purgeInterval pause between two looks for keys that were kept long enough
 */
@ConfigurationProperties("shop.idempotency")
public record KeyRetention(Duration keptFor, Duration purgeInterval) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    public KeyRetention {
        if (keptFor.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "shop.idempotency.kept-for must be at least " + SHORTEST + ", was " + keptFor);
        }
    }
}
