package io.microecommerce.payment.pay;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.api.payment.PaymentMethod;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The use case: a customer pays an order. It makes sure that there is exactly one payment for the key, sees that somebody works
 * on it, and answers with what is known within the time a customer waits.
 */
@Service
public class PayOrder {

    private final Payments payments;
    private final OrderBranch orders;
    private final AwaitProvider providers;
    private final PayWorkers workers;
    private final PaySteps steps;
    private final PayProperties properties;

    PayOrder(
            Payments payments,
            OrderBranch orders,
            AwaitProvider providers,
            PayWorkers workers,
            PaySteps steps,
            PayProperties properties) {
        this.payments = payments;
        this.orders = orders;
        this.providers = providers;
        this.workers = workers;
        this.steps = steps;
        this.properties = properties;
    }

    /** @throws Refusal as {@link io.microecommerce.api.payment.PaymentFacade#pay} says */
    public Payment pay(PayCommand command) throws Refusal {
        long answerByNanos = System.nanoTime() + properties.answerWithin().toNanos();
        String requestHash = hashOf(command);
        Optional<Payment> known = payments.byKey(command.customerId(), command.idempotencyKey());
        if (known.isPresent()) {
            return goOn(requireSameRequest(known.get(), requestHash), answerByNanos);
        }
        boolean byProvider = command.method() == PaymentMethod.WECHAT;
        if (byProvider) {
            providers.requireAvailable();
        }
        PaySteps.Progress progress = steps.start();
        PayableOrderView order = orders.payable(command.customerId(), command.orderId());
        progress.reached(PayStep.ORDER_READ);
        requirePayable(order);
        Optional<Payment> opened =
                byProvider ? providers.open(command, order, requestHash) : payments.open(command, order, requestHash);
        if (opened.isEmpty()) {
            Payment faster = payments.byKey(command.customerId(), command.idempotencyKey())
                    .orElseThrow(() -> new IllegalStateException("A payment vanished"));
            return goOn(requireSameRequest(faster, requestHash), answerByNanos);
        }
        progress.reached(PayStep.INSERTED);
        if (byProvider) {
            return providers.ask(opened.get());
        }
        return workers.run(new PayAttempt(opened.get(), order, progress), answerByNanos);
    }

    /** The same key again: the payment in its current state, taken further if nobody works on it. */
    private Payment goOn(Payment payment, long answerByNanos) {
        if (payment.status() == PaymentStatus.AWAITING_PROVIDER) {
            return providers.ask(payment);
        }
        if (!payment.canBeTakenOver()) {
            return workers.await(payment, answerByNanos);
        }
        PaySteps.Progress progress = steps.start();
        PayableOrderView order = orders.payable(payment.customerId(), payment.orderId());
        progress.reached(PayStep.ORDER_READ);
        return payments.takeOver(payment)
                .map(takenOver -> workers.run(new PayAttempt(takenOver, order, progress), answerByNanos))
                .orElseGet(() -> workers.await(payment, answerByNanos));
    }

    private static void requirePayable(PayableOrderView order) {
        switch (order.status()) {
            case PAID, SHIPPED, COMPLETED, REFUNDING, REFUNDED ->
                throw new Refusal(ErrorCode.ORDER_ALREADY_PAID, "The order is paid already.");
            case CANCELLED ->
                throw new Refusal(
                        ErrorCode.ORDER_CANCELLED, "The order is cancelled; place a new one to buy its goods.");
            case PENDING_PAYMENT, PAYING -> {
                // The partial unique index tells whether another payment is under way.
            }
        }
    }

    private static Payment requireSameRequest(Payment payment, String requestHash) {
        if (!payment.requestHash().equals(requestHash)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key belongs to a payment with another body; use a new key.");
        }
        return payment;
    }

    private static String hashOf(PayCommand command) {
        try {
            byte[] request = (command.orderId() + '\n' + command.method()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
