/** The participants over Dubbo, and the coordinator. */
@NullMarked
package io.microecommerce.payment.audit.remote;

import org.jspecify.annotations.NullMarked;
