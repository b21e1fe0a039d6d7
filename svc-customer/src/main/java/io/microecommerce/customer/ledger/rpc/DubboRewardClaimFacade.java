package io.microecommerce.customer.ledger.rpc;

import io.microecommerce.api.customer.MarkRewardsCommand;
import io.microecommerce.api.customer.RewardClaimFacade;
import io.microecommerce.customer.ledger.tcc.RewardTccParticipant;
import org.apache.dubbo.config.annotation.DubboService;

/** Hands the Try to the participant, through Seata's proxy. */
@DubboService
class DubboRewardClaimFacade implements RewardClaimFacade {

    private final RewardTccParticipant participant;

    DubboRewardClaimFacade(RewardTccParticipant participant) {
        this.participant = participant;
    }

    @Override
    public void mark(MarkRewardsCommand command) {
        participant.tryMark(command.paymentId(), command);
    }
}
