/** REST of orders. */
@NullMarked
package io.microecommerce.gateway.order.web;

import org.jspecify.annotations.NullMarked;
