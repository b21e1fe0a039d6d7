package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.payment.provider.RefundSettled;
import io.microecommerce.service.tcc.ParticipantTestbed;

/** What payments do with captured money, for tests in other packages. */
public final class Arbitration {

    private Arbitration() {}

    /** Hears of refunds for the journal. */
    public static RefundSettled listener(ParticipantTestbed testbed) {
        return testbed.bean(PaymentCharges.class);
    }

    public static boolean refuse(ParticipantTestbed testbed, Payment payment, Refusal reason) {
        return testbed.bean(Arbiter.class).refuse(payment, reason);
    }
}
