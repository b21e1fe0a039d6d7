/** Money from outside: what a provider is asked to collect, what it has collected, and what goes back through it. */
@NullMarked
package io.microecommerce.payment.provider;

import org.jspecify.annotations.NullMarked;
