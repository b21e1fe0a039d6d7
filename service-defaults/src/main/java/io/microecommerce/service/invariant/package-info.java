/** What must hold in the service's own database, checked while the service runs: for a gauge, an alert and the staff. */
@NullMarked
package io.microecommerce.service.invariant;

import org.jspecify.annotations.NullMarked;
