/** REST of the catalogue. */
@NullMarked
package io.microecommerce.gateway.product.web;

import org.jspecify.annotations.NullMarked;
