package io.microecommerce.api.customer;

import io.microecommerce.api.error.Refusal;

/** What customers have earned. Reading only: entries are made by the {@code OrderPaid} event alone. */
public interface CustomerLedgerFacade {

    CreditView credit(String customerId) throws Refusal;

    CommissionView commission(String customerId) throws Refusal;
}
