package io.microecommerce.payment.pay;

import java.time.Duration;

/** Rows that keep an idempotency key until some time after they have come to their end. */
public interface KeptKeys {

    /**
     * Lets go of the idempotency keys of rows that came to their end at least this long ago. Any other row keeps its key: a repeat
     * must find it, and take it further.
     *
     * @return how many, at most {@code limit}
     */
    int forgetKeys(Duration finalForAtLeast, int limit);
}
