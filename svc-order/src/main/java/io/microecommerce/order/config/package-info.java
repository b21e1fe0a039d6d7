/** The wiring of the service, a class a concern. */
@NullMarked
package io.microecommerce.order.config;

import org.jspecify.annotations.NullMarked;
