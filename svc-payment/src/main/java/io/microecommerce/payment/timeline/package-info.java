/** This service's part of an order's timeline: the journal of each payment, its ledger entries and fences. */
@NullMarked
package io.microecommerce.payment.timeline;

import org.jspecify.annotations.NullMarked;
