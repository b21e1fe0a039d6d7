package io.microecommerce.payment.refund.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.api.payment.RefundFacade;
import io.microecommerce.api.payment.RefundView;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.refund.Refund;
import io.microecommerce.payment.refund.RefundPayment;
import io.microecommerce.payment.refund.Refunds;
import org.apache.dubbo.config.annotation.DubboService;
import org.jspecify.annotations.Nullable;

@DubboService
class DubboRefundFacade implements RefundFacade {

    private final RefundPayment refundPayment;
    private final Refunds refunds;
    private final Payments payments;

    DubboRefundFacade(RefundPayment refundPayment, Refunds refunds, Payments payments) {
        this.refundPayment = refundPayment;
        this.refunds = refunds;
        this.payments = payments;
    }

    @Override
    public RefundView refund(RefundCommand command) {
        return view(refundPayment.refund(command));
    }

    @Override
    public RefundView refundOf(String paymentId, @Nullable String customerId) {
        Payment payment = payments.byId(paymentId)
                .filter(found -> customerId == null || found.customerId().equals(customerId))
                .orElseThrow(() -> new Refusal(ErrorCode.PAYMENT_NOT_FOUND, "You have no such payment."));
        return refunds.ofPayment(payment.id())
                .map(DubboRefundFacade::view)
                .orElseThrow(() ->
                        new Refusal(ErrorCode.REFUND_NOT_FOUND, "Nobody has asked for a refund of this payment."));
    }

    private static RefundView view(Refund refund) {
        return new RefundView(
                refund.id(),
                refund.paymentId(),
                refund.orderId(),
                statusOf(refund),
                refund.amount(),
                refund.reason(),
                refund.refusalCode(),
                refund.refusalDetail(),
                refund.createdAt(),
                refund.givenAt(),
                refund.doneAt());
    }

    private static RefundView.Status statusOf(Refund refund) {
        return switch (refund.status()) {
            case GIVEN -> RefundView.Status.UNDER_WAY;
            case DONE -> RefundView.Status.DONE;
            case REFUSED -> RefundView.Status.REFUSED;
            case INITIATED, HELD, RELEASED, EXPIRED ->
                refund.undecided() ? RefundView.Status.PROCESSING : RefundView.Status.FAILED;
        };
    }
}
