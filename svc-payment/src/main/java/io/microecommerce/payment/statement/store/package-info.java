/** The statements, their lines, and the differences. */
@NullMarked
package io.microecommerce.payment.statement.store;

import org.jspecify.annotations.NullMarked;
