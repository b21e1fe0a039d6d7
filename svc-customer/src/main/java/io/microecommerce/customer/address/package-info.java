/** Customers' address books. Free of any framework. */
@NullMarked
package io.microecommerce.customer.address;

import org.jspecify.annotations.NullMarked;
