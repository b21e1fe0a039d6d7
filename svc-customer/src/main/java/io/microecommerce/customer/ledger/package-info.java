/** What customers have earned: credit points for their own orders, commission for those of whom they referred. Entries are added and never changed. */
@NullMarked
package io.microecommerce.customer.ledger;

import org.jspecify.annotations.NullMarked;
