package io.microecommerce.order.purchase;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of idempotency keys once they have been kept for the stated time: a repeat then places a new order. */
public class ForgetKeys {

    private static final Logger log = LoggerFactory.getLogger(ForgetKeys.class);

    /** A customer's retries, and a queue that was down over a night, must find the order that they placed. */
    static final Duration SHORTEST = Duration.ofHours(1);

    /** Orders a statement: it stays far below the statement time-out. */
    private static final int BATCH = 500;

    /** Batches a run, so that one run ends; the next goes on. */
    private static final int MAX_BATCHES = 40;

    private final Orders orders;
    private final Duration keptFor;

    /** @param keptFor at least an hour */
    public ForgetKeys(Orders orders, Duration keptFor) {
        if (keptFor.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "shop.idempotency.kept-for must be at least " + SHORTEST + ", was " + keptFor);
        }
        this.orders = orders;
        this.keptFor = keptFor;
    }

    /** @return how many keys were let go of */
    public int run() {
        int forgotten = 0;
        for (int batch = 1; batch <= MAX_BATCHES; batch++) {
            int keys = orders.forgetKeys(keptFor, BATCH);
            forgotten += keys;
            if (keys < BATCH) {
                break;
            }
        }
        if (forgotten > 0) {
            log.info("{} idempotency keys were kept for {} and are let go", forgotten, keptFor);
        }
        return forgotten;
    }
}
