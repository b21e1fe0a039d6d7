package io.microecommerce.bench.cli;

import io.microecommerce.bench.BenchException;
import io.microecommerce.bench.rest.Customer;
import io.microecommerce.bench.rest.Storefront;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Customers and SKUs for a run, over REST as everybody gets them. */
final class Preparation {

    private static final int SKUS = 8;
    /** A password is hashed slowly on purpose; more at once would only queue. */
    private static final int REGISTRATIONS_AT_ONCE = 4;

    private final Storefront storefront;

    Preparation(Storefront storefront) {
        this.storefront = storefront;
    }

    /** A SKU that can be bought. */
    record PricedSku(String id, long priceMinor) {}

    /** New customers, so that runs do not meet in a wallet; their password is known to nobody. */
    List<Customer> customers(int count) throws InterruptedException {
        String run = UUID.randomUUID().toString();
        ExecutorService threads = Executors.newFixedThreadPool(REGISTRATIONS_AT_ONCE);
        try {
            List<Future<Customer>> registering = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                String email = "bench-" + run + "-" + i + "@example.com";
                registering.add(threads.submit(
                        () -> storefront.register(email, UUID.randomUUID().toString())));
            }
            List<Customer> customers = new ArrayList<>();
            for (Future<Customer> customer : registering) {
                customers.add(customer.get());
            }
            return customers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchException known
                    ? known
                    : new BenchException("Registering a customer failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * The first few of these that can be bought.
     *
     * @throws BenchException if there is none
     */
    List<PricedSku> forSale(List<String> skus) {
        List<PricedSku> found = new ArrayList<>();
        for (String sku : skus) {
            OptionalLong price = price(sku);
            if (price.isPresent() && found.size() < SKUS) {
                found.add(new PricedSku(sku, price.getAsLong()));
            }
        }
        if (found.isEmpty()) {
            throw new BenchException("Nothing can be bought: "
                    + (skus.size() == 1 ? "there is no SKU " + skus.get(0) + " for sale." : "the shop is empty."));
        }
        return found;
    }

    private OptionalLong price(String sku) {
        try {
            return storefront.priceMinor(sku);
        } catch (IOException e) {
            throw new BenchException("The gateway does not tell the price of " + sku + ": " + e, e);
        }
    }
}
