package io.microecommerce.payment.pay;

/** Hears of each step of each attempt, in the thread that makes it. */
public interface PayStepListener {

    void reached(PayStep step);
}
