package io.microecommerce.payment.pay.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.pay.PayOrder;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.wallet.Wallets;
import org.apache.dubbo.config.annotation.DubboService;

@DubboService
class DubboPaymentFacade implements PaymentFacade {

    private final PayOrder payOrder;
    private final Payments payments;
    private final Wallets wallets;

    DubboPaymentFacade(PayOrder payOrder, Payments payments, Wallets wallets) {
        this.payOrder = payOrder;
        this.payments = payments;
        this.wallets = wallets;
    }

    @Override
    public PaymentView pay(PayCommand command) {
        return view(payOrder.pay(command));
    }

    @Override
    public PaymentView payment(String customerId, String paymentId) {
        return payments.byId(paymentId)
                .filter(payment -> payment.customerId().equals(customerId))
                .map(DubboPaymentFacade::view)
                .orElseThrow(() -> new Refusal(ErrorCode.PAYMENT_NOT_FOUND, "You have no such payment."));
    }

    @Override
    public WalletView balance(String customerId) {
        return wallets.balance(customerId);
    }

    private static PaymentView view(Payment payment) {
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                statusOf(payment),
                payment.amount(),
                payment.refusalCode(),
                payment.refusalDetail(),
                payment.attempt(),
                payment.createdAt(),
                payment.paidAt());
    }

    private static PaymentView.Status statusOf(Payment payment) {
        return switch (payment.status()) {
            case PAID -> PaymentView.Status.PAID;
            case REFUSED -> PaymentView.Status.REFUSED;
            case INITIATED, HELD, RELEASED, EXPIRED ->
                payment.undecided() ? PaymentView.Status.PROCESSING : PaymentView.Status.FAILED;
        };
    }
}
