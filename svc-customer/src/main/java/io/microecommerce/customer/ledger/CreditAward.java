package io.microecommerce.customer.ledger;

import io.microecommerce.api.payment.OrderPaid;

/** Whoever pays for an order earns credit points. */
public final class CreditAward {

    private static final long MINOR_PER_UNIT = 100;

    private final RewardClaims claims;
    private final CreditLedger ledger;
    private final Rates rates;

    public CreditAward(RewardClaims claims, CreditLedger ledger, Rates rates) {
        this.claims = claims;
        this.ledger = ledger;
        this.rates = rates;
    }

    /**
     * Points count for whole units of money: the rest below one earns nothing. If the payment was refunded before its award comes,
     * the award is entered all the same and taken back at once.
     */
    public void award(OrderPaid event) {
        long units = event.amount().minor() / MINOR_PER_UNIT;
        long points = Math.multiplyExact(units, (long) rates.creditPointsPerUnit());
        claims.awaitTurn(event.paymentId());
        ledger.add(new CreditEntry(event.customerId(), event.orderId(), event.paymentId(), points));
        if (claims.taken(event.paymentId())) {
            ledger.takeBack(event.paymentId());
        }
    }
}
