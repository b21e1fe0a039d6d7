/** What of the platform is up. The root says what a report means; how it is asked stands in {@code remote}. */
@NullMarked
package io.microecommerce.gateway.health;

import org.jspecify.annotations.NullMarked;
