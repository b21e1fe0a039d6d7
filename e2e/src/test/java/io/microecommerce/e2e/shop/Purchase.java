package io.microecommerce.e2e.shop;

import io.microecommerce.e2e.faults.CrashPoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * An order of a customer of its own, and the key that pays it.
 *
 * @param startMinor what the wallet holds before
 */
public record Purchase(Shop shop, Visitor customer, long startMinor, String orderId, String key) {

    /** Each of its own: several may wait at once, more than the common pool may have threads. */
    private static final Executor THREADS = work -> new Thread(work, "purchase").start();

    private static final String TEE = "tee-red-m";
    private static final long START_MINOR = 100_000;

    /** An order of one tee, which nobody pays yet. */
    public static Purchase of(Shop shop) {
        Visitor customer = shop.newCustomer(START_MINOR);
        return new Purchase(shop, customer, START_MINOR, customer.orders(TEE, 1), Visitor.newKey());
    }

    /** Pays with its key. */
    public Answer pays() {
        return customer.pays(orderId, key);
    }

    /** Pays, and returns once the payment waits at that point, until it is released there. */
    public CompletableFuture<Answer> paysUpTo(CrashPoint point) {
        shop.faults().pauseAt(point);
        CompletableFuture<Answer> paying = CompletableFuture.supplyAsync(this::pays, THREADS);
        shop.awaitHit(point);
        return paying;
    }

    /** What the wallet shows as available. */
    public long availableMinor() {
        return customer.get("/api/v1/customer/me/balance").number("/available/minor");
    }
}
