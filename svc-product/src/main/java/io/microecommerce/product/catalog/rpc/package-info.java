/** The catalogue as the other services and the gateway read it, and as staff change it. */
@NullMarked
package io.microecommerce.product.catalog.rpc;

import org.jspecify.annotations.NullMarked;
