/** REST for the staff alone. */
@NullMarked
package io.microecommerce.gateway.staff.web;

import org.jspecify.annotations.NullMarked;
