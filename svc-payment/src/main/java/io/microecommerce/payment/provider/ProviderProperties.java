package io.microecommerce.payment.provider;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Times of the money from outside.
 *
 * @param payWithin how long a customer has to confirm at the provider
 * @param payAtLeast with less than this left, the customer is not sent there; the provider takes no less than a minute
 * @param captureMargin what is left of the order's payment window when the provider stops taking money: time to hear of it, and
 *     to run the protocol
 * @param workEvery pause between two looks of the workers
 * @param countEvery pause between two counts for the metrics
 */
@ConfigurationProperties("shop.provider")
public record ProviderProperties(
        Duration payWithin, Duration payAtLeast, Duration captureMargin, Duration workEvery, Duration countEvery) {}
