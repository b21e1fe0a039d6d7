package io.microecommerce.payment.refund.tcc;

import io.microecommerce.api.branch.HoldState;
import io.microecommerce.payment.refund.HeldRefund;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.Hold;
import io.microecommerce.service.tcc.Holds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.springframework.stereotype.Component;

/** The refunds that are held, for the auditor; settled by the participant's own Confirm and Cancel. */
@Component
class HeldRefunds implements Holds {

    private final Refunds refunds;
    private final RefundTccParticipant participant;

    HeldRefunds(Refunds refunds, RefundTccParticipant participant) {
        this.refunds = refunds;
        this.participant = participant;
    }

    @Override
    public String action() {
        return RefundTccParticipant.ACTION;
    }

    @Override
    public List<Hold> under(Collection<String> xids) {
        return refunds.under(xids).stream().map(HeldRefunds::hold).toList();
    }

    @Override
    public List<String> heldFor(Duration atLeast, int limit) {
        return refunds.xidsHeldFor(atLeast, limit);
    }

    @Override
    public void confirm(Hold hold) {
        participant.confirm(context(hold));
    }

    @Override
    public void cancel(Hold hold) {
        participant.cancel(context(hold));
    }

    private static Hold hold(HeldRefund held) {
        Refund refund = held.refund();
        HoldState state =
                switch (refund.status()) {
                    case HELD -> HoldState.HELD;
                    case GIVEN, DONE -> HoldState.CONFIRMED;
                    case INITIATED, RELEASED, REFUSED, EXPIRED -> HoldState.NONE;
                };
        String what = "refund %s %s, attempt %d, %d %s"
                .formatted(
                        refund.id(),
                        refund.status(),
                        refund.attempt(),
                        refund.amount().minor(),
                        refund.amount().currency());
        return new Hold(held.xid(), state, refund.paymentId(), refund.orderId(), what, held.since());
    }

    private BusinessActionContext context(Hold hold) {
        String refundId = refunds.under(List.of(hold.xid())).stream()
                .map(held -> held.refund().id())
                .findFirst()
                .orElse(null);
        return BranchContext.of(hold, RefundTccParticipant.REFUND_ID, refundId);
    }
}
