package io.microecommerce.service.deadletter;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the broker gives a message up, for every consumer of the service.
 *
 * @param maxRetries deliveries after the first, 1 to 16; the last that fails makes a dead letter
 * @param retryDelayLevel pause before each: 0 for RocketMQ's growing ones (10 s, 30 s, 1 min, and on by a minute to 10 min, 20 min,
 *     30 min, 1 h, 2 h), or 1 to 18 for always the same one of its levels (1 is 1 s, 2 is 5 s, 3 is 10 s)
 */
@ConfigurationProperties("shop.consumer")
public record RetryLimits(int maxRetries, int retryDelayLevel) {

    public RetryLimits {
        if (maxRetries < 1 || maxRetries > 16) {
            throw new IllegalArgumentException("shop.consumer.max-retries must be 1 to 16, was " + maxRetries);
        }
        if (retryDelayLevel < 0 || retryDelayLevel > 18) {
            throw new IllegalArgumentException(
                    "shop.consumer.retry-delay-level must be 0 to 18, was " + retryDelayLevel);
        }
    }
}
