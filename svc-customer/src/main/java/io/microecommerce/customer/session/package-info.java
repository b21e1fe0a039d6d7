/** Who is logged in, and for how long. Free of any framework. */
@NullMarked
package io.microecommerce.customer.session;

import org.jspecify.annotations.NullMarked;
