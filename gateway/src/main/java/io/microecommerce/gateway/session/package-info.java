/** Whether a login still stands. */
@NullMarked
package io.microecommerce.gateway.session;

import org.jspecify.annotations.NullMarked;
