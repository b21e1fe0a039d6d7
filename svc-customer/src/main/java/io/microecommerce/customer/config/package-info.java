/** How this service is put together and configured. */
@NullMarked
package io.microecommerce.customer.config;

import org.jspecify.annotations.NullMarked;
