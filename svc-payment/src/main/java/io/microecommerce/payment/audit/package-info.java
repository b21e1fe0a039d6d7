/**
 * Step 8 of the protocol: finds global transactions that the coordinator has lost, and ends them by fixed rules; shows those that
 * it cannot end, and lets people do it by the same rules.
 */
@NullMarked
package io.microecommerce.payment.audit;

import org.jspecify.annotations.NullMarked;
