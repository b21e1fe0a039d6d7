package io.microecommerce.payment.pay.tcc;

import io.microecommerce.payment.pay.MoneyBranch;
import io.microecommerce.payment.pay.PayAttempt;
import org.springframework.stereotype.Component;

/** Calls the participant from outside, through Seata's proxy. */
@Component
class FencedMoneyBranch implements MoneyBranch {

    private final PaymentTccParticipant participant;

    FencedMoneyBranch(PaymentTccParticipant participant) {
        this.participant = participant;
    }

    @Override
    public void hold(PayAttempt attempt) {
        participant.tryHold(
                attempt.payment().id(),
                attempt.payment().attempt(),
                attempt.payment().method(),
                attempt.payment().customerId(),
                attempt.payment().amount());
    }
}
