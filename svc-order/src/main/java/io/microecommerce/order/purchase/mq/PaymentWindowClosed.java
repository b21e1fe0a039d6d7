package io.microecommerce.order.purchase.mq;

/** The timer message: its body is the order's id, as UTF-8 text. */
final class PaymentWindowClosed {

    static final String TOPIC = "order-timers";
    static final String TAG = "PaymentWindowClosed";

    private PaymentWindowClosed() {}
}
