/** Login tokens and the keys that sign them: tokens are issued here, verified here, stored nowhere. */
@NullMarked
package io.microecommerce.gateway.token;

import org.jspecify.annotations.NullMarked;
