package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** Payments that are given back. */
public interface RefundFacade {

    /**
     * Refunds, or goes on with the refund that has this key. It answers within about five seconds with what is known then; the
     * work goes on. Idempotent by key, and all the same never retried by the transport: the caller decides.
     *
     * @throws Refusal {@code PAYMENT_NOT_FOUND}, also for somebody else's; {@code ORDER_NOT_PAID}, {@code ORDER_IN_REFUND}, {@code
     *     ORDER_REFUNDED}, {@code ORDER_ALREADY_SHIPPED} to the customer, {@code IDEMPOTENCY_KEY_REUSED}: no refund was opened;
     *     {@code SERVICE_UNAVAILABLE}
     */
    RefundView refund(RefundCommand command) throws Refusal;

    /**
     * The refund that gives the payment back, or else the newest one that did not.
     *
     * @param customerId whose payment it must be; of the staff, anybody's: null
     * @throws Refusal {@code PAYMENT_NOT_FOUND}, also for somebody else's; {@code REFUND_NOT_FOUND}
     */
    RefundView refundOf(String paymentId, @Nullable String customerId) throws Refusal;
}
