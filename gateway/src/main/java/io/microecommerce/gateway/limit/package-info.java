/** How much one client and one customer may ask for. */
@NullMarked
package io.microecommerce.gateway.limit;

import org.jspecify.annotations.NullMarked;
