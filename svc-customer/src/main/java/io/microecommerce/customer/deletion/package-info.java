/** Forgetting a customer, here and in the other services. Free of any framework. */
@NullMarked
package io.microecommerce.customer.deletion;

import org.jspecify.annotations.NullMarked;
