/** REST on the global transactions of payments, for the staff alone. */
@NullMarked
package io.microecommerce.gateway.transaction.web;

import org.jspecify.annotations.NullMarked;
