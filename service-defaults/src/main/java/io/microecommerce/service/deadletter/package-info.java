/**
 * Messages that a consumer has failed on for the last time: they leave the broker's dead-letter queue for the service's own
 * database, and wait there until the staff redrive or discard them. Nothing is ever redriven by itself.
 */
@NullMarked
package io.microecommerce.service.deadletter;

import org.jspecify.annotations.NullMarked;
