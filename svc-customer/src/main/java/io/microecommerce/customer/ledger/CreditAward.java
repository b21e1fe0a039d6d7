package io.microecommerce.customer.ledger;

import io.microecommerce.api.payment.OrderPaid;

/** Whoever pays for an order earns credit points. */
public final class CreditAward {

    private static final long MINOR_PER_UNIT = 100;

    private final CreditLedger ledger;
    private final Rates rates;

    public CreditAward(CreditLedger ledger, Rates rates) {
        this.ledger = ledger;
        this.rates = rates;
    }

    /** Points count for whole units of money: the rest below one earns nothing. */
    public void award(OrderPaid event) {
        long units = event.amount().minor() / MINOR_PER_UNIT;
        long points = Math.multiplyExact(units, (long) rates.creditPointsPerUnit());
        ledger.add(new CreditEntry(event.customerId(), event.orderId(), event.paymentId(), points));
    }
}
