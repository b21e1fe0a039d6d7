/** The catalogue in MongoDB: one document a product, so that a change of it is atomic without transactions. */
@NullMarked
package io.microecommerce.product.catalog.store;

import org.jspecify.annotations.NullMarked;
