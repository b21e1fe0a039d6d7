/** How this service is put together and configured. */
@NullMarked
package io.microecommerce.cart.config;

import org.jspecify.annotations.NullMarked;
