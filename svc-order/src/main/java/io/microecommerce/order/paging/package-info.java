/** Keyset pages: a page goes on where the one before ended, however the list has grown since. */
@NullMarked
package io.microecommerce.order.paging;

import org.jspecify.annotations.NullMarked;
