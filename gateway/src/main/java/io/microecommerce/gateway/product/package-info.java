/** The catalogue as staff keep it: what takes more than one call to the services. */
@NullMarked
package io.microecommerce.gateway.product;

import org.jspecify.annotations.NullMarked;
