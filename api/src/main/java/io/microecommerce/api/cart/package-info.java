/** What a customer means to buy. */
@NullMarked
package io.microecommerce.api.cart;

import org.jspecify.annotations.NullMarked;
