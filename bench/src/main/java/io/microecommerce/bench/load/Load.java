package io.microecommerce.bench.load;

import io.microecommerce.bench.BenchException;
import io.microecommerce.bench.rest.Customer;
import io.microecommerce.bench.rest.Storefront;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All buyers at once, each in a thread of its own. Closing it ends them. */
public final class Load implements AutoCloseable {

    private final ExecutorService threads;
    private final List<Future<?>> buyers = new ArrayList<>();

    private Load(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    /** Lets every customer buy until the window is over. */
    public static Load start(
            Storefront storefront,
            List<Customer> customers,
            List<String> skus,
            Window window,
            Tally tally,
            Ledger ledger) {
        Load load = new Load(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            Buyer buyer = new Buyer(storefront, customers.get(i), skus, i, window, tally, ledger);
            load.buyers.add(load.threads.submit(() -> {
                buyer.buy();
                return null;
            }));
        }
        load.threads.shutdown();
        return load;
    }

    /** @throws BenchException if a buyer gave up: then the figures mean nothing */
    public void await() throws InterruptedException {
        for (Future<?> buyer : buyers) {
            try {
                buyer.get();
            } catch (ExecutionException failed) {
                throw new BenchException("A buyer gave up: " + failed.getCause(), failed);
            }
        }
    }

    /** Interrupts the buyers that are left; none is after {@link #await()}. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
