/** svc-order: orders and their life cycle, and what the staff hear of them. */
@NullMarked
package io.microecommerce.order;

import org.jspecify.annotations.NullMarked;
