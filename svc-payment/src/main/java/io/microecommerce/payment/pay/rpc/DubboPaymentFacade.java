package io.microecommerce.payment.pay.rpc;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentFacade;
import io.microecommerce.api.payment.PaymentMethod;
import io.microecommerce.api.payment.PaymentView;
import io.microecommerce.api.payment.WalletView;
import io.microecommerce.payment.pay.AnswerMeters;
import io.microecommerce.payment.pay.PayOrder;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import io.microecommerce.payment.provider.Charge;
import io.microecommerce.payment.provider.ChargeState;
import io.microecommerce.payment.provider.Charges;
import io.microecommerce.payment.provider.ProviderRefunds;
import io.microecommerce.payment.provider.RefundState;
import io.microecommerce.payment.wallet.Wallets;
import java.util.Optional;
import org.apache.dubbo.config.annotation.DubboService;

@DubboService
class DubboPaymentFacade implements PaymentFacade {

    private final PayOrder payOrder;
    private final Payments payments;
    private final Wallets wallets;
    private final Charges charges;
    private final ProviderRefunds refunds;
    private final AnswerMeters meters;

    DubboPaymentFacade(
            PayOrder payOrder,
            Payments payments,
            Wallets wallets,
            Charges charges,
            ProviderRefunds refunds,
            AnswerMeters meters) {
        this.payOrder = payOrder;
        this.payments = payments;
        this.wallets = wallets;
        this.charges = charges;
        this.refunds = refunds;
        this.meters = meters;
    }

    @Override
    public PaymentView pay(PayCommand command) {
        return meters.timed(() -> view(payOrder.pay(command)));
    }

    @Override
    public PaymentView payment(String customerId, String paymentId) {
        return payments.byId(paymentId)
                .filter(payment -> payment.customerId().equals(customerId))
                .map(this::view)
                .orElseThrow(() -> new Refusal(ErrorCode.PAYMENT_NOT_FOUND, "You have no such payment."));
    }

    @Override
    public WalletView balance(String customerId) {
        return wallets.balance(customerId);
    }

    private PaymentView view(Payment payment) {
        Optional<Charge> charge =
                payment.method() == PaymentMethod.WECHAT ? charges.byId(payment.id()) : Optional.empty();
        Optional<Charge> awaited = charge.filter(it -> payment.status() == PaymentStatus.AWAITING_PROVIDER);
        return new PaymentView(
                payment.id(),
                payment.orderId(),
                statusOf(payment),
                payment.amount(),
                payment.refusalCode(),
                payment.refusalDetail(),
                payment.attempt(),
                payment.createdAt(),
                payment.paidAt(),
                awaited.map(Charge::codeUrl).orElse(null),
                awaited.map(Charge::expiresAt).orElse(null),
                charge.filter(it -> it.state() == ChargeState.RETURNED)
                        .map(it -> refundOf(payment.id()))
                        .orElse(null));
    }

    private PaymentView.Refund refundOf(String paymentId) {
        return refunds.ofCharge(paymentId).stream().allMatch(refund -> refund.state() == RefundState.DONE)
                ? PaymentView.Refund.DONE
                : PaymentView.Refund.UNDER_WAY;
    }

    private static PaymentView.Status statusOf(Payment payment) {
        return switch (payment.status()) {
            case PAID -> PaymentView.Status.PAID;
            case REFUSED -> PaymentView.Status.REFUSED;
            case AWAITING_PROVIDER -> PaymentView.Status.AWAITING_PROVIDER;
            case CLOSED -> PaymentView.Status.CLOSED;
            case INITIATED, HELD, RELEASED, EXPIRED ->
                payment.undecided() ? PaymentView.Status.PROCESSING : PaymentView.Status.FAILED;
        };
    }
}
