/** What staff hear of as it happens. */
@NullMarked
package io.microecommerce.gateway.staff;

import org.jspecify.annotations.NullMarked;
