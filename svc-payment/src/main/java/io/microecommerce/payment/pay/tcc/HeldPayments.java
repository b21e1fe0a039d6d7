package io.microecommerce.payment.pay.tcc;

import io.microecommerce.api.branch.HoldState;
import io.microecommerce.payment.pay.HeldPayment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.service.tcc.BranchContext;
import io.microecommerce.service.tcc.Hold;
import io.microecommerce.service.tcc.Holds;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The money that payments hold, for the auditor; settled by the participant's own Confirm and Cancel. */
@Component
class HeldPayments implements Holds {

    private final Payments payments;
    private final PaymentTccParticipant participant;

    HeldPayments(Payments payments, PaymentTccParticipant participant) {
        this.payments = payments;
        this.participant = participant;
    }

    @Override
    public String action() {
        return PaymentTccParticipant.ACTION;
    }

    @Override
    public List<Hold> under(Collection<String> xids) {
        return payments.under(xids).stream().map(HeldPayments::hold).toList();
    }

    @Override
    public List<String> heldFor(Duration atLeast, int limit) {
        return payments.xidsHeldFor(atLeast, limit);
    }

    @Override
    public void confirm(Hold hold) {
        participant.confirm(BranchContext.of(hold, PaymentTccParticipant.PAYMENT_ID, hold.paymentId()));
    }

    @Override
    public void cancel(Hold hold) {
        participant.cancel(BranchContext.of(hold, PaymentTccParticipant.PAYMENT_ID, hold.paymentId()));
    }

    private static Hold hold(HeldPayment payment) {
        HoldState state =
                switch (payment.status()) {
                    case HELD -> HoldState.HELD;
                    case PAID -> HoldState.CONFIRMED;
                    case AWAITING_PROVIDER, INITIATED, RELEASED, REFUSED, EXPIRED, CLOSED -> HoldState.NONE;
                };
        String what = "payment %s %s, attempt %d, %d %s"
                .formatted(
                        payment.paymentId(),
                        payment.status(),
                        payment.attempt(),
                        payment.amount().minor(),
                        payment.amount().currency());
        return new Hold(payment.xid(), state, payment.paymentId(), payment.orderId(), what, payment.since());
    }
}
