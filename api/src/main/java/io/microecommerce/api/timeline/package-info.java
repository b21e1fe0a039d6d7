/** What happened to an order and its payments, as each service can tell it. */
@NullMarked
package io.microecommerce.api.timeline;

import org.jspecify.annotations.NullMarked;
