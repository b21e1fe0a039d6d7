/** Who a customer is: registration, profile, referral, staff, and the proof of a password. The domain, free of any framework. */
@NullMarked
package io.microecommerce.customer.account;

import org.jspecify.annotations.NullMarked;
