package io.microecommerce.service.start;

import java.time.Duration;

/**
 * Of a service that begins global transactions: the outer two of the time-outs that nest.
 *
 * @param timeout of a global transaction
 * @param decideWithin when the row decides that an attempt is over
 * @param settings the properties that they come from, for people
 */
public record GlobalTransactionTimes(Duration timeout, Duration decideWithin, String settings) {}
