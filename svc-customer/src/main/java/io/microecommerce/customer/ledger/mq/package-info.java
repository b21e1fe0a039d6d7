/** What the news of a paid order sets off here: one consumer group an effect, each applied once. */
@NullMarked
package io.microecommerce.customer.ledger.mq;

import org.jspecify.annotations.NullMarked;
