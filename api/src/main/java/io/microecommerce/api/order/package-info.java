/** Orders, their life cycle, and what the staff hear of it. */
@NullMarked
package io.microecommerce.api.order;

import org.jspecify.annotations.NullMarked;
