package io.microecommerce.payment.pay;

import io.microecommerce.api.error.Refusal;
import io.microecommerce.payment.provider.Captures;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundCause;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what becomes of captured money that buys nothing: it goes back, exactly once, and that is queued in the transaction
 * which says that it buys nothing. A technical failure is not its business: that is tried again.
 */
@Component
class Arbiter {

    private final Payments payments;
    private final Charges charges;
    private final ProviderRefunds refunds;

    Arbiter(Payments payments, Charges charges, ProviderRefunds refunds) {
        this.payments = payments;
        this.charges = charges;
        this.refunds = refunds;
    }

    /** The payment is refused for good, and what was captured for it goes back; false, and nothing changed, if it has moved on. */
    @Transactional
    public boolean refuse(Payment payment, Refusal reason) {
        if (!payments.refuse(payment.id(), payment.attempt(), reason)) {
            return false;
        }
        if (payment.capturedAt() != null) {
            giveBack(
                    charges.byId(payment.id()).orElseThrow(),
                    RefundCause.REFUSED,
                    reason.code().name());
        }
        return true;
    }

    /** The charge is CAPTURED, and the caller's transaction is open. */
    void giveBack(Charge charge, RefundCause cause, String reason) {
        if (!charges.giveBack(charge.id())) {
            throw new IllegalStateException("The captured money of " + charge.id() + " is held or gone");
        }
        refunds.queue(
                Captures.refundIdOf(charge.id()),
                charge.id(),
                Objects.requireNonNull(charge.captured(), "Only what was captured goes back"),
                cause,
                reason);
        payments.tell(charge.id(), Payments.Told.REFUND_QUEUED, null, cause + ", " + reason);
    }
}
