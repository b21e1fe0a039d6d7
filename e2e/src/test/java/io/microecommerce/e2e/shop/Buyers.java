package io.microecommerce.e2e.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.e2e.chaos.Campaign;
import io.microecommerce.e2e.chaos.check.Checker;
import io.microecommerce.e2e.chaos.check.SnapshotReader;
import io.microecommerce.local.launcher.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Customers who buy one thing after another while something else happens. Each repeats a request with the same key until the
 * shop has said yes, as a good client does; whatever is neither a yes nor a clear "not now" is kept as a complaint.
 */
public final class Buyers implements AutoCloseable {

    private static final Set<Integer> NOT_NOW = Set.of(202, 503);
    private static final Duration THINKING = Duration.ofMillis(200);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(180);

    private final Instant began = Instant.now();
    private final List<String> customers;
    private final String sku;
    private final Map<String, String> payments = new ConcurrentHashMap<>();
    private final Map<Thread, Integer> bought = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean closing;

    private Buyers(List<Visitor> customers, String sku) {
        this.customers = customers.stream().map(Visitor::id).toList();
        this.sku = sku;
        this.threads = customers.stream()
                .map(customer -> new Thread(() -> buyOnAndOn(customer), "buyer-" + customer.id()))
                .toList();
    }

    /** Several new customers with enough money for all they can buy in the time of a test, buying this SKU from now on. */
    public static Buyers start(Shop shop, int customers, String sku) {
        shop.books().receive(sku, 10_000);
        Buyers buyers = new Buyers(
                IntStream.range(0, customers)
                        .mapToObj(i -> shop.newCustomer(100_000_000))
                        .toList(),
                sku);
        buyers.threads.forEach(Thread::start);
        return buyers;
    }

    /** Waits until each could buy once more, and so everything that a purchase needs works again. */
    public void awaitPurchases() {
        Map<Thread, Integer> before = Map.copyOf(bought);
        await("purchases go on; " + complaints).atMost(BACK_WITHIN).until(() -> threads.stream()
                .allMatch(thread -> bought.getOrDefault(thread, 0) > before.getOrDefault(thread, 0)));
    }

    /** Waits until everything that they bought is whole, by all the rules of the {@link Checker}; call it when closed. */
    public void awaitWhole(Platform platform) {
        SnapshotReader reader = new SnapshotReader(platform, customers, began);
        await("every purchase to be whole")
                .atMost(Campaign.BOUND)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() ->
                        assertThat(Checker.settled(reader.readWithOutside())).isEmpty());
    }

    /** What was answered that is neither a yes nor a clear "not now". */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The payments that were acknowledged, by their orders; call it when closed. */
    public Map<String, String> payments() {
        return Map.copyOf(payments);
    }

    /** Returns when each has got what it had begun to buy. */
    @Override
    public void close() {
        closing = true;
        for (Thread thread : threads) {
            try {
                thread.join(BACK_WITHIN.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                complaints.add("A purchase never came to its end: " + List.of(thread.getStackTrace()));
                thread.interrupt();
            }
        }
    }

    private void buyOnAndOn(Visitor customer) {
        while (!closing && !Thread.currentThread().isInterrupted()) {
            String orderKey = Visitor.newKey();
            String orderId = untilYes(
                    () -> customer.post("/api/v1/order/product", Json.text("sku_id", sku, "quantity", 1), orderKey));
            String paymentKey = Visitor.newKey();
            String paymentId = untilYes(() -> customer.pays(orderId, paymentKey));
            payments.put(orderId, paymentId);
            bought.merge(Thread.currentThread(), 1, Integer::sum);
            think();
        }
    }

    private String untilYes(Supplier<Answer> request) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Answer answer = request.get();
                if (answer.status() == 201) {
                    return answer.text("/id");
                }
                if (!NOT_NOW.contains(answer.status())) {
                    complaints.add(answer.status() + " " + answer.body());
                }
            } catch (IllegalStateException noConnection) {
                // The gateway itself is being restarted: whether the request arrived is unknown, and the key makes it
                // safe.
            }
            think();
        }
        return "";
    }

    private static void think() {
        LockSupport.parkNanos(THINKING.toNanos());
    }
}
