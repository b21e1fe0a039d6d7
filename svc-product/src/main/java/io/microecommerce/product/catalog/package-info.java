/** Products, their SKUs and the categories they stand in: what can be bought and for how much. */
@NullMarked
package io.microecommerce.product.catalog;

import org.jspecify.annotations.NullMarked;
