/** A new password: by the old one, or by a link sent to the customer's e-mail. Free of any framework. */
@NullMarked
package io.microecommerce.customer.password;

import org.jspecify.annotations.NullMarked;
