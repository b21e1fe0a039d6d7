/**
 * Reconciliation: the provider's daily statement against our rows. What differs is asked about once more, and a person is called for
 * what that does not explain.
 */
@NullMarked
package io.microecommerce.payment.statement;

import org.jspecify.annotations.NullMarked;
