/** Applying an event once, whatever the number of its deliveries. */
@NullMarked
package io.microecommerce.service.mq;

import org.jspecify.annotations.NullMarked;
