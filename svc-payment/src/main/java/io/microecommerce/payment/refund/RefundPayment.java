package io.microecommerce.payment.refund;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.OrderStatus;
import io.microecommerce.api.payment.RefundCommand;
import io.microecommerce.payment.pay.PayProperties;
import io.microecommerce.payment.pay.Payment;
import io.microecommerce.payment.pay.PaymentStatus;
import io.microecommerce.payment.pay.Payments;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The use case: the staff, or the customer before shipping, have a payment given back. It makes sure that there is exactly one
 * refund for the key, sees that somebody works on it, and answers with what is known within the time people wait.
 */
@Service
public class RefundPayment {

    private final Payments payments;
    private final Refunds refunds;
    private final RefundBranches branches;
    private final RefundWorkers workers;
    private final PayProperties properties;

    RefundPayment(
            Payments payments,
            Refunds refunds,
            RefundBranches branches,
            RefundWorkers workers,
            PayProperties properties) {
        this.payments = payments;
        this.refunds = refunds;
        this.branches = branches;
        this.workers = workers;
        this.properties = properties;
    }

    /** @throws Refusal as {@link io.microecommerce.api.payment.RefundFacade#refund} says */
    public Refund refund(RefundCommand command) throws Refusal {
        long answerByNanos = System.nanoTime() + properties.answerWithin().toNanos();
        String requestHash = hashOf(command);
        Optional<Refund> known = refunds.byKey(command.askedBy(), command.idempotencyKey());
        if (known.isPresent()) {
            return goOn(requireSameRequest(known.get(), requestHash), answerByNanos);
        }
        Payment payment = requirePaid(command);
        OrderStatus orderWas = branches.order(payment.orderId()).status();
        requireRefundable(orderWas, command.byStaff());
        Optional<Refund> opened = refunds.open(command, orderWas, requestHash);
        if (opened.isPresent()) {
            return workers.run(opened.get(), answerByNanos);
        }
        Refund faster = refunds.byKey(command.askedBy(), command.idempotencyKey())
                .orElseThrow(() -> new IllegalStateException("A refund vanished"));
        return goOn(requireSameRequest(faster, requestHash), answerByNanos);
    }

    /**
     * The same key again: the refund in its current state, taken further if nobody works on it. The order is not read again: its
     * Try says whether it still is what the refund was opened for, also while an earlier attempt of this refund holds it.
     */
    private Refund goOn(Refund refund, long answerByNanos) {
        if (!refund.canBeTakenOver()) {
            return workers.await(refund, answerByNanos);
        }
        return refunds.takeOver(refund)
                .map(takenOver -> workers.run(takenOver, answerByNanos))
                .orElseGet(() -> workers.await(refund, answerByNanos));
    }

    private Payment requirePaid(RefundCommand command) {
        Payment payment = payments.byId(command.paymentId())
                .filter(found -> command.byStaff() || found.customerId().equals(command.askedBy()))
                .orElseThrow(() -> new Refusal(ErrorCode.PAYMENT_NOT_FOUND, "You have no such payment."));
        if (payment.status() != PaymentStatus.PAID) {
            throw new Refusal(
                    ErrorCode.ORDER_NOT_PAID, "The payment has paid nothing, so there is nothing to give back.");
        }
        return payment;
    }

    private static void requireRefundable(OrderStatus order, boolean byStaff) {
        switch (order) {
            case PAID -> {
                // Anybody who may see it.
            }
            case SHIPPED, COMPLETED -> {
                if (!byStaff) {
                    throw new Refusal(
                            ErrorCode.ORDER_ALREADY_SHIPPED,
                            "The goods have been shipped: ask the staff, who can give the money back.");
                }
            }
            case REFUNDING -> throw inRefund();
            case REFUNDED -> throw refunded();
            case PENDING_PAYMENT, PAYING, CANCELLED ->
                throw new Refusal(ErrorCode.ORDER_NOT_PAID, "The order is not paid yet; try again in a moment.");
        }
    }

    /** Another key's refund of the payment is under way. */
    public static Refusal inRefund() {
        return new Refusal(
                ErrorCode.ORDER_IN_REFUND,
                "A refund of this payment is under way; retry with its Idempotency-Key, or wait until it is over.");
    }

    /** Another key's refund has given the payment back. */
    public static Refusal refunded() {
        return new Refusal(ErrorCode.ORDER_REFUNDED, "The payment has been given back already.");
    }

    private static Refund requireSameRequest(Refund refund, String requestHash) {
        if (!refund.requestHash().equals(requestHash)) {
            throw new Refusal(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key belongs to a refund with another body; use a new key.");
        }
        return refund;
    }

    private static String hashOf(RefundCommand command) {
        try {
            byte[] request = (command.paymentId() + '\n' + command.reason()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
