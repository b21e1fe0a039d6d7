/** The rewards as a participant of a refund's global transaction. */
@NullMarked
package io.microecommerce.customer.ledger.tcc;

import org.jspecify.annotations.NullMarked;
