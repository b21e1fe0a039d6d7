package io.microecommerce.payment.pay;

import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.api.order.PayableOrderView;
import io.microecommerce.api.payment.PayCommand;
import io.microecommerce.payment.provider.AskProvider;
import io.microecommerce.payment.provider.Purpose;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The part of a payment before the protocol: somebody outside has yet to take the customer's money. */
@Component
class AwaitProvider {

    private final Payments payments;
    private final AskProvider provider;

    AwaitProvider(Payments payments, AskProvider provider) {
        this.payments = payments;
        this.provider = provider;
    }

    void requireAvailable() {
        if (!provider.available()) {
            throw new Refusal(
                    ErrorCode.PAYMENT_METHOD_UNAVAILABLE, "WeChat Pay is not available here; pay by balance.");
        }
    }

    /**
     * Opens payment and charge together. The provider stops taking money before the order's payment window ends, so that what
     * is captured can still pay.
     *
     * @throws Refusal {@code PAYMENT_METHOD_LIMIT} if the provider cannot take the order's total, {@code PAYMENT_WINDOW_CLOSED} if
     *     too little of the window is left, and as {@link Payments#open} says
     */
    Optional<Payment> open(PayCommand command, PayableOrderView order, String requestHash) throws Refusal {
        if (!provider.takes(order.total())) {
            throw new Refusal(
                    ErrorCode.PAYMENT_METHOD_LIMIT,
                    "WeChat Pay takes at most 21,474,836.47 at once; pay by balance, or order less at a time.");
        }
        Instant expiresAt = provider.expiresAt(order.payBy())
                .orElseThrow(
                        () -> new Refusal(
                                ErrorCode.PAYMENT_WINDOW_CLOSED,
                                "Too little of the order's payment window is left for WeChat Pay; pay by balance, or order anew."));
        return payments.openAwaiting(
                command,
                order,
                requestHash,
                id -> provider.open(
                        id, Purpose.PAYMENT, command.customerId(), order.total(), "Order " + order.id(), expiresAt));
    }

    /** Asks the provider for what the customer scans; the payment as it stands afterwards. An unknown answer is asked for again. */
    Payment ask(Payment payment) {
        provider.ask(payment.id());
        return payments.byId(payment.id()).orElse(payment);
    }
}
