package io.microecommerce.customer.ledger.tcc;

import io.microecommerce.api.branch.HoldState;
import io.microecommerce.customer.ledger.RewardClaim;
import io.microecommerce.customer.ledger.RewardClaims;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.Hold;
import io.microecommerce.service.tcc.Holds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rewards that refunds have marked, for the auditor; settled by the participant's own Confirm and Cancel. */
@Component
class HeldRewards implements Holds {

    private final RewardClaims claims;
    private final RewardTccParticipant participant;

    HeldRewards(RewardClaims claims, RewardTccParticipant participant) {
        this.claims = claims;
        this.participant = participant;
    }

    @Override
    public String action() {
        return RewardTccParticipant.ACTION;
    }

    @Override
    public List<Hold> under(Collection<String> xids) {
        return claims.under(xids).stream().map(HeldRewards::hold).toList();
    }

    @Override
    public List<String> heldFor(Duration atLeast, int limit) {
        return claims.xidsMarkedFor(atLeast, limit);
    }

    @Override
    public void confirm(Hold hold) {
        participant.confirm(BranchContext.of(hold, RewardTccParticipant.PAYMENT_ID, hold.paymentId()));
    }

    @Override
    public void cancel(Hold hold) {
        participant.cancel(BranchContext.of(hold, RewardTccParticipant.PAYMENT_ID, hold.paymentId()));
    }

    private static Hold hold(RewardClaim claim) {
        HoldState state =
                switch (claim.state()) {
                    case MARKED -> HoldState.HELD;
                    case TAKEN -> HoldState.CONFIRMED;
                    case RELEASED -> HoldState.NONE;
                };
        String what = "rewards of payment " + claim.paymentId() + " " + claim.state();
        return new Hold(claim.xid(), state, claim.paymentId(), claim.orderId(), what, claim.since());
    }
}
