package io.microecommerce.local.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Does something for each of several things at once, except that a thing waits for those that come before it. */
final class DependencyOrder {

    /** What is done for one thing. */
    interface Step {
        void run(String name) throws Exception;
    }

    private DependencyOrder() {}

    /**
     * Runs the step for each name as soon as it has succeeded for all that come before it, and waits for all.
     *
     * @param before the names that come before one; those not among {@code names} do not matter. Must be free of circles.
     * @param onFailure called with the first failure at once, while other steps still run
     * @throws Exception the first failure; what waits for a failed step is not run
     */
    static void run(
            Collection<String> names,
            Function<String, ? extends Collection<String>> before,
            Step step,
            Runnable onFailure)
            throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "dependency-order");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<String, CompletableFuture<Void>> gates = new HashMap<>();
            names.forEach(name -> gates.put(name, new CompletableFuture<>()));
            for (String name : names) {
                List<CompletableFuture<Void>> awaited = new ArrayList<>();
                for (String earlier : before.apply(name)) {
                    CompletableFuture<Void> gate = gates.get(earlier);
                    if (gate != null) {
                        awaited.add(gate);
                    }
                }
                CompletableFuture<Void> own = gates.getOrDefault(name, new CompletableFuture<>());
                CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new))
                        .thenRunAsync(() -> runStep(name, step, failure, onFailure), threads)
                        .whenComplete((done, thrown) -> {
                            if (thrown == null) {
                                own.complete(null);
                            } else {
                                own.completeExceptionally(thrown);
                            }
                        });
            }
            awaitAll(gates.values(), failure);
        } finally {
            threads.shutdownNow();
        }
        Exception first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private static void runStep(String name, Step step, AtomicReference<Exception> failure, Runnable onFailure) {
        try {
            step.run(name);
        } catch (Exception e) {
            if (failure.compareAndSet(null, e)) {
                onFailure.run();
            }
            throw new IllegalStateException(name + " failed", e);
        }
    }

    private static void awaitAll(Collection<CompletableFuture<Void>> gates, AtomicReference<Exception> failure)
            throws InterruptedException {
        try {
            CompletableFuture.allOf(gates.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            // All have ended by now. A step that failed left its exception; anything else is an error of ours.
            failure.compareAndSet(null, new IllegalStateException(e.getCause()));
        }
    }
}
