package io.microecommerce.payment.pay;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.ChargeOwner;
import io.microecommerce.payment.provider.ProviderRefund;
import io.microecommerce.payment.provider.Purpose;
import io.microecommerce.payment.provider.RefundCause;
import io.microecommerce.payment.provider.RefundSettled;
import io.microecommerce.payment.provider.Trade;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What becomes of a payment when its charge is captured or closed. */
@Component
class PaymentCharges implements ChargeOwner, RefundSettled {

    private final Payments payments;
    private final OrderBranch orders;
    private final Arbiter arbiter;

    PaymentCharges(Payments payments, OrderBranch orders, Arbiter arbiter) {
        this.payments = payments;
        this.orders = orders;
        this.arbiter = arbiter;
    }

    @Override
    public Purpose purpose() {
        return Purpose.PAYMENT;
    }

    /** An order that was cancelled takes the code off the customer's screen, so to say. */
    @Override
    public boolean wanted(Charge charge) {
        Payment payment = payment(charge);
        PayableOrderView order;
        try {
            order = orders.payable(payment.customerId(), payment.orderId());
        } catch (Refusal refusal) {
            return refusal.code() != ErrorCode.ORDER_NOT_FOUND;
        }
        return switch (order.status()) {
            case PENDING_PAYMENT, PAYING -> true;
            default -> false;
        };
    }

    @Override
    public void captured(Charge charge, boolean late) {
        Instant at = Objects.requireNonNull(charge.capturedAt(), "Captured at some time");
        if (late) {
            requireMoved(payments.captureLate(charge.id(), at), charge);
            payments.tell(charge.id(), Payments.Told.CAPTURED_LATE, null, null);
            arbiter.giveBack(charge, RefundCause.LATE, "Captured after the payment was closed");
        } else {
            requireMoved(payments.capture(charge.id(), at), charge);
        }
    }

    /** The charge goes back as it is, so the payment is refused without money. */
    @Override
    public void mismatched(Charge charge, Trade.Verdict verdict) {
        Instant at = Objects.requireNonNull(charge.capturedAt(), "Captured at some time");
        payments.tell(charge.id(), Payments.Told.REFUND_QUEUED, null, RefundCause.MISMATCH + ", " + verdict);
        if (payments.capture(charge.id(), at)) {
            requireMoved(
                    payments.refuse(
                            charge.id(),
                            payment(charge).attempt(),
                            new Refusal(
                                    ErrorCode.CAPTURE_MISMATCH,
                                    "WeChat Pay took something else than what the order costs; it is given back.")),
                    charge);
        } else {
            payments.captureLate(charge.id(), at);
        }
    }

    @Override
    public void closed(Charge charge) {
        requireMoved(payments.close(charge.id()), charge);
    }

    /** The journal of a payment tells of its refunds, whoever wanted them. */
    @Override
    public void settled(ProviderRefund refund) {
        payments.tell(
                refund.chargeId(),
                Payments.Told.REFUND_DONE,
                null,
                refund.cause().name());
    }

    private Payment payment(Charge charge) {
        return payments.byId(charge.id())
                .orElseThrow(() -> new IllegalStateException("No payment has charge " + charge.id()));
    }

    private static void requireMoved(boolean moved, Charge charge) {
        if (!moved) {
            throw new IllegalStateException("Payment and charge " + charge.id() + " do not agree");
        }
    }
}
