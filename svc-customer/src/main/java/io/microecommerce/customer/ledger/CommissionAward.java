package io.microecommerce.customer.ledger;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;

/** Whoever referred the customer that pays for an order earns a share of it. */
public final class CommissionAward {

    private final Customers customers;
    private final CommissionLedger ledger;
    private final Rates rates;

    public CommissionAward(Customers customers, CommissionLedger ledger, Rates rates) {
        this.customers = customers;
        this.ledger = ledger;
        this.rates = rates;
    }

    /**
     * Enters the commission at the rate of this moment, rounded down; nothing if nobody referred the customer.
     *
     * @throws IllegalStateException if there is no such customer: they are ours, so the event must wait for a person
     */
    public void award(OrderPaid event) {
        Customer payer = customers
                .byId(event.customerId())
                .orElseThrow(() -> new IllegalStateException("No customer " + event.customerId()));
        String referrerId = payer.referrerId();
        if (referrerId == null) {
            return;
        }
        int rate = rates.commissionBasisPoints();
        ledger.add(new CommissionEntry(
                referrerId, event.orderId(), event.paymentId(), event.amount().share(rate), rate));
    }
}
