package io.microecommerce.payment.refund.tcc;

import io.microecommerce.payment.refund.MoneyReturn;
import io.microecommerce.payment.refund.Refund;
import org.springframework.stereotype.Component;

/** Calls the participant from outside, through Seata's proxy. */
@Component
class FencedMoneyReturn implements MoneyReturn {

    private final RefundTccParticipant participant;

    FencedMoneyReturn(RefundTccParticipant participant) {
        this.participant = participant;
    }

    @Override
    public void hold(Refund refund) {
        participant.tryHold(refund.id(), refund.attempt());
    }
}
