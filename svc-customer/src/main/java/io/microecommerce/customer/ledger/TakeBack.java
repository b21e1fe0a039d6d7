package io.microecommerce.customer.ledger;

import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;

/**
 * Takes back what a refunded payment has earned. Awards come by an event, in their own time; those that come after their
 * take-back are taken back as they are entered. The caller opens the transaction.
 */
public final class TakeBack {

    private final RewardClaims claims;
    private final CreditLedger credit;
    private final CommissionLedger commission;

    public TakeBack(RewardClaims claims, CreditLedger credit, CommissionLedger commission) {
        this.claims = claims;
        this.credit = credit;
        this.commission = commission;
    }

    /** @throws Refusal {@code ORDER_HELD_BY_EARLIER_ATTEMPT} if another transaction has marked them; it may succeed later */
    public void mark(String xid, MarkRewardsCommand command) {
        if (!claims.mark(xid, command)) {
            throw new Refusal(
                    ErrorCode.ORDER_HELD_BY_EARLIER_ATTEMPT,
                    "An earlier attempt still holds the rewards of this payment; the same key tries again once it has let"
                            + " go.");
        }
    }

    /** @throws IllegalStateException if the transaction has marked nothing */
    public void take(String xid) {
        String paymentId = claims.take(xid)
                .orElseThrow(() -> new IllegalStateException("No rewards are marked to be taken by " + xid));
        claims.awaitTurn(paymentId);
        credit.takeBack(paymentId);
        commission.takeBack(paymentId);
    }

    /** @throws IllegalStateException if the transaction has marked nothing */
    public void release(String xid) {
        if (!claims.release(xid)) {
            throw new IllegalStateException("No rewards are marked to be released by " + xid);
        }
    }
}
