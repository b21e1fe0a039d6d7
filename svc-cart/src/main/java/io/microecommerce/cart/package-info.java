/** What customers mean to buy. */
@NullMarked
package io.microecommerce.cart;

import org.jspecify.annotations.NullMarked;
