/** Who a customer is, and the credit and commission they have earned. */
@NullMarked
package io.microecommerce.api.customer;

import org.jspecify.annotations.NullMarked;
