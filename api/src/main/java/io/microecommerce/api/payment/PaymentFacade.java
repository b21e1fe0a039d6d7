package io.microecommerce.api.payment;

import io.microecommerce.api.error.Refusal;

/** Payments and wallets. */
public interface PaymentFacade {

    /**
     * Pays, or goes on with the payment that has this key. It answers within about five seconds with what is known then; the
     * work goes on. Idempotent by key, and all the same never retried by the transport: the caller decides.
     *
     * @return PAID, REFUSED, FAILED, or PROCESSING when the outcome is not known yet; by WeChat Pay AWAITING_PROVIDER at first
     * @throws Refusal {@code ORDER_NOT_FOUND}, {@code ORDER_ALREADY_PAID}, {@code ORDER_CANCELLED}, {@code
     *     PAYMENT_WINDOW_CLOSED}, {@code PAYMENT_METHOD_UNAVAILABLE}, {@code PAYMENT_METHOD_LIMIT}, {@code ORDER_HAS_PAYMENT}, {@code
     *     IDEMPOTENCY_KEY_REUSED}: no payment was opened; {@code SERVICE_UNAVAILABLE}
     */
    PaymentView pay(PayCommand command) throws Refusal;

    /** @throws Refusal {@code PAYMENT_NOT_FOUND}, also for somebody else's */
    PaymentView payment(String customerId, String paymentId) throws Refusal;

    /** Zero for a customer who never had a wallet. */
    WalletView balance(String customerId) throws Refusal;
}
