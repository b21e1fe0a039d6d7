/** Login tokens: issued here, verified here, stored nowhere. */
@NullMarked
package io.microecommerce.gateway.token;

import org.jspecify.annotations.NullMarked;
