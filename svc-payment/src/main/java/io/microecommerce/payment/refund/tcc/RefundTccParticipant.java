package io.microecommerce.payment.refund.tcc;

import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.Refunds;
import io.microecommerce.payment.wallet.Wallets;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.FencedTry;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The refund's own branch: INITIATED to HELD; then the money is given, or RELEASED. Try takes nothing here, for the money is ours
 * to give: what it must be sure of, that the payment is PAID and has no other refund, the row's insertion has seen, and neither
 * changes any more. The fence makes Confirm and Cancel run once, and a Try that comes after its Cancel fail.
 */
@Component
@LocalTCC
public class RefundTccParticipant {

    /** Unique among all services; branches that were registered under it outlive an upgrade. */
    static final String ACTION = "refund-money";

    static final String REFUND_ID = "refundId";

    private static final Logger log = LoggerFactory.getLogger(RefundTccParticipant.class);

    private final Refunds refunds;
    private final Wallets wallets;
    private final ProviderRefunds providerRefunds;

    RefundTccParticipant(Refunds refunds, Wallets wallets, ProviderRefunds providerRefunds) {
        this.refunds = refunds;
        this.wallets = wallets;
        this.providerRefunds = providerRefunds;
    }

    /** @throws IllegalStateException if the attempt is over: expired, or taken over by a later one */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryHold(@BusinessActionContextParameter(REFUND_ID) String refundId, int attempt) {
        if (!refunds.hold(refundId, attempt, FencedTry.requireXid())) {
            throw new IllegalStateException("Attempt " + attempt + " of refund " + refundId + " is over");
        }
    }

    /** The wallet has the money, entry REFUND; or the provider is asked to give it back, which is worked until it has. */
    public boolean confirm(BusinessActionContext branch) {
        String refundId = BranchContext.required(branch, REFUND_ID);
        requireOurs(refunds.give(refundId, branch.getXid()), "given", branch.getXid());
        Refund refund = refunds.byId(refundId).orElseThrow();
        switch (refund.method()) {
            case BALANCE -> wallets.giveBack(refundId, refund.customerId(), refund.amount());
            case WECHAT ->
                providerRefunds.queue(
                        refundId, refund.paymentId(), refund.amount(), RefundCause.REFUND, refund.reason());
        }
        log.info(
                "Refund {} of payment {} is {}, xid {}",
                refundId,
                refund.paymentId(),
                refund.status(),
                branch.getXid());
        return true;
    }

    /** HELD to RELEASED; the payment stands. */
    public boolean cancel(BusinessActionContext branch) {
        String refundId = BranchContext.required(branch, REFUND_ID);
        requireOurs(refunds.release(refundId, branch.getXid()), "released", branch.getXid());
        log.info("Refund {} is RELEASED, xid {}", refundId, branch.getXid());
        return true;
    }

    /** The fence has let only a tried branch through, so its row must be there; if not, the TC retries and somebody looks. */
    private static void requireOurs(boolean moved, String to, String xid) {
        if (!moved) {
            throw new IllegalStateException("No refund is held under xid " + xid + " to be " + to);
        }
    }
}
