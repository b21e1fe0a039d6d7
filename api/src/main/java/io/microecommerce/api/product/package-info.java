/** The catalogue, and the stock of each SKU. */
@NullMarked
package io.microecommerce.api.product;

import org.jspecify.annotations.NullMarked;
