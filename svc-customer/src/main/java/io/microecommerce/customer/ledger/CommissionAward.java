package io.microecommerce.customer.ledger;

import io.microecommerce.api.payment.OrderPaid;
import io.microecommerce.customer.account.Referral;
import io.microecommerce.customer.account.Referrals;

/** Whoever referred the customer that pays for an order earns a share of it. */
public final class CommissionAward {

    private final RewardClaims claims;
    private final Referrals referrals;
    private final CommissionLedger ledger;
    private final Rates rates;

    public CommissionAward(RewardClaims claims, Referrals referrals, CommissionLedger ledger, Rates rates) {
        this.claims = claims;
        this.referrals = referrals;
        this.ledger = ledger;
        this.rates = rates;
    }

    /**
     * Enters the commission at the rate of this moment, rounded down; nothing if nobody referred the customer. A referrer who was
     * forgotten earns at the rate 0: nothing is paid to nobody, and whoever takes an award back finds this one as any other. The
     * customer may have been forgotten since they paid. If the payment was refunded before its award comes, the award is entered
     * all the same and taken back at once.
     *
     * @throws IllegalStateException if there never was such a customer: they are ours, so the event must wait for a person
     */
    public void award(OrderPaid event) {
        Referral referral = referrals
                .of(event.customerId())
                .orElseThrow(() -> new IllegalStateException("No customer " + event.customerId()));
        String referrerId = referral.referrerId();
        if (referrerId == null) {
            return;
        }
        int rate = referral.referrerDeleted() ? 0 : rates.commissionBasisPoints();
        claims.awaitTurn(event.paymentId());
        ledger.add(new CommissionEntry(
                referrerId, event.orderId(), event.paymentId(), event.amount().share(rate), rate));
        if (claims.taken(event.paymentId())) {
            ledger.takeBack(event.paymentId());
        }
    }
}
