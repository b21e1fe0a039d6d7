/** How far an order's payment is, told as it goes on. */
@NullMarked
package io.microecommerce.gateway.progress;

import org.jspecify.annotations.NullMarked;
