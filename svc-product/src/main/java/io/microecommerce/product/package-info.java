/** svc-product: the catalogue in MongoDB, and the stock of each SKU in PostgreSQL. */
@NullMarked
package io.microecommerce.product;

import org.jspecify.annotations.NullMarked;
