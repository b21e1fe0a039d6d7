/** An amount of money, exact. */
@NullMarked
package io.microecommerce.api.money;

import org.jspecify.annotations.NullMarked;
