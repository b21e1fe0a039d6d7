/** Messages that consumers have given up, for the staff to deal with. */
@NullMarked
package io.microecommerce.api.deadletter;

import org.jspecify.annotations.NullMarked;
