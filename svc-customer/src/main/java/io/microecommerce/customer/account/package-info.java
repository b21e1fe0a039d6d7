/** Who a customer is: registration, login, referral. The domain and its use cases, free of any framework. */
@NullMarked
package io.microecommerce.customer.account;

import org.jspecify.annotations.NullMarked;
