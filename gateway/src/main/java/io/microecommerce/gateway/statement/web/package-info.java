/** REST of the payment provider's statements, for staff. */
@NullMarked
package io.microecommerce.gateway.statement.web;

import org.jspecify.annotations.NullMarked;
