package io.microecommerce.bench.load;

import io.microecommerce.bench.rest.Answer;
import io.microecommerce.bench.rest.Customer;
import io.microecommerce.bench.rest.Storefront;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** One customer who orders one piece and pays it, again and again, the next only when the last is done. */
final class Buyer {

    private static final int CREATED = 201;
    private static final int FIRST_SERVER_ERROR = 500;
    /** A server that is in trouble is not asked thousands of times a second. */
    private static final long PAUSE_AFTER_TROUBLE_MILLIS = 50;

    private final Storefront storefront;
    private final Customer customer;
    private final List<String> skus;
    private final Window window;
    private final Tally tally;
    private final Ledger ledger;
    private int next;

    /** @param first index of the SKU to begin with, so that buyers do not walk through them in step */
    Buyer(
            Storefront storefront,
            Customer customer,
            List<String> skus,
            int first,
            Window window,
            Tally tally,
            Ledger ledger) {
        this.storefront = storefront;
        this.customer = customer;
        this.skus = skus;
        this.next = first % skus.size();
        this.window = window;
        this.tally = tally;
        this.ledger = ledger;
    }

    /** Returns when the window is over. */
    void buy() throws InterruptedException {
        while (!window.isOver()) {
            String order = placeOrder();
            if (!order.isEmpty()) {
                pay(order);
            }
        }
    }

    /** @return the order's id; empty if there is none */
    private String placeOrder() throws InterruptedException {
        String sku = skus.get(next);
        next = (next + 1) % skus.size();
        long begun = System.nanoTime();
        try {
            Answer answer = storefront.order(customer, sku, UUID.randomUUID().toString());
            if (answer.status() == CREATED) {
                tally.orderPlaced(System.nanoTime());
                return answer.text("/id");
            }
            tally.orderNotPlaced(begun, answer.inWords());
            pauseAfter(answer);
        } catch (IOException unanswered) {
            tally.orderNotPlaced(begun, noAnswer(unanswered));
            pause();
        }
        return "";
    }

    private void pay(String order) throws InterruptedException {
        String key = UUID.randomUUID().toString();
        long begun = System.nanoTime();
        try {
            Answer answer = storefront.pay(customer, order, key);
            note(key, begun, Verdict.of(answer.status(), answer.text("/code")), answer.inWords());
            pauseAfter(answer);
        } catch (IOException unanswered) {
            note(key, begun, Verdict.UNKNOWN, noAnswer(unanswered));
            pause();
        }
    }

    private void note(String key, long begun, Verdict verdict, String answer) {
        tally.paymentAnswered(begun, System.nanoTime(), verdict, answer);
        ledger.note(key, verdict);
    }

    private static String noAnswer(IOException failure) {
        return "no answer: " + failure.getClass().getSimpleName();
    }

    private static void pauseAfter(Answer answer) throws InterruptedException {
        if (answer.status() >= FIRST_SERVER_ERROR) {
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_TROUBLE_MILLIS);
    }
}
