package io.microecommerce.order.purchase;

import java.time.Duration;

/** Alarm clocks that ring when a payment window closes. One may be lost: the sweeper stands behind it. */
public interface PaymentTimers {

    /**
     * Never throws and does not wait.
     *
     * @param after from now; it may ring earlier, and is then set anew
     */
    void set(String orderId, Duration after);
}
