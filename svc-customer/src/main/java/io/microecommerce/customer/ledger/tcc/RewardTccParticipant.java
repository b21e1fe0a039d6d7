package io.microecommerce.customer.ledger.tcc;

import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.ledger.TakeBack;
import io.microecommerce.service.tcc.FencedTry;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.BusinessActionContextParameter;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Credit and commission in a refund's global transaction. Seata's fence opens the transaction of each method, commits its row
 * together with ours, and lets neither a repeated nor a late delivery through.
 */
@Component
@LocalTCC
public class RewardTccParticipant {

    /** Unique among all services; branches that were registered under it outlive an upgrade. */
    public static final String ACTION = "refund-rewards";

    static final String PAYMENT_ID = "paymentId";

    private static final Logger log = LoggerFactory.getLogger(RewardTccParticipant.class);

    private final TakeBack takeBack;

    RewardTccParticipant(TakeBack takeBack) {
        this.takeBack = takeBack;
    }

    /**
     * Try: the rewards of the payment are marked.
     *
     * @param paymentId travels to Confirm and Cancel for the log; what they do is found by the XID
     * @throws Refusal {@code ORDER_HELD_BY_EARLIER_ATTEMPT}; nothing is then marked
     */
    @TwoPhaseBusinessAction(name = ACTION, commitMethod = "confirm", rollbackMethod = "cancel", useTCCFence = true)
    public void tryMark(@BusinessActionContextParameter(PAYMENT_ID) String paymentId, MarkRewardsCommand command) {
        takeBack.mark(FencedTry.requireXid(), command);
    }

    /** What the payment has earned is taken back, and what it is yet to earn will be. */
    public boolean confirm(BusinessActionContext branch) {
        takeBack.take(branch.getXid());
        log.info("Took back the rewards of payment {}, xid {}", branch.getActionContext(PAYMENT_ID), branch.getXid());
        return true;
    }

    /** The rewards stay. */
    public boolean cancel(BusinessActionContext branch) {
        takeBack.release(branch.getXid());
        log.info("Left the rewards of payment {}, xid {}", branch.getActionContext(PAYMENT_ID), branch.getXid());
        return true;
    }
}
