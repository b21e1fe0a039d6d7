/** REST of payments. */
@NullMarked
package io.microecommerce.gateway.payment.web;

import org.jspecify.annotations.NullMarked;
