/** The auditor's tables. */
@NullMarked
package io.microecommerce.payment.audit.store;

import org.jspecify.annotations.NullMarked;
