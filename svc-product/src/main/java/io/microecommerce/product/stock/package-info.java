/** How many pieces of a SKU can be bought, and which payments hold or have bought the others. */
@NullMarked
package io.microecommerce.product.stock;

import org.jspecify.annotations.NullMarked;
