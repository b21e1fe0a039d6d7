package io.microecommerce.gateway.health;

import io.microecommerce.gateway.health.HealthReport.Status;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The health of all services and the registry, asked in parallel. An answer is given within a second and a half whatever
 * the state of the platform, and is then kept for a second, so that asking often costs the services nothing.
 */
public final class PlatformHealth implements AutoCloseable {

    /** The services as they are called in the registry. */
    public static final List<String> SERVICES =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product");

    private static final String REGISTRY = "nacos";
    private static final Duration LIMIT = Duration.ofMillis(1_500);
    private static final Duration KEPT = Duration.ofSeconds(1);

    /** Twice what one round needs: a question that hangs must not keep the next round from being asked. */
    private static final int THREADS = 2 * (SERVICES.size() + 1);

    private static final Logger log = LoggerFactory.getLogger(PlatformHealth.class);

    private final Dependencies dependencies;
    private final ExecutorService askers;
    private @Nullable HealthReport last;
    private long lastNanos;

    public PlatformHealth(Dependencies dependencies) {
        this.dependencies = dependencies;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(THREADS), runnable -> {
                    Thread thread = new Thread(runnable, "health");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.askers = pool;
    }

    /** Those who ask at the same time wait for one round and share its answer. */
    public synchronized HealthReport report() {
        if (last == null || System.nanoTime() - lastNanos > KEPT.toNanos()) {
            last = ask();
            lastNanos = System.nanoTime();
        }
        return last;
    }

    private HealthReport ask() {
        long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
        Map<String, CompletableFuture<HealthReport>> questions = new LinkedHashMap<>();
        for (String service : SERVICES) {
            questions.put(service, start(() -> dependencies.service(service)));
        }
        questions.put(REGISTRY, start(dependencies::registry));
        Map<String, HealthReport> answers = new TreeMap<>();
        questions.forEach((name, question) -> answers.put(name, answerOf(name, question, deadlineNanos)));
        return HealthReport.of(answers);
    }

    private CompletableFuture<HealthReport> start(Supplier<HealthReport> question) {
        try {
            return CompletableFuture.supplyAsync(question, askers);
        } catch (RejectedExecutionException allHang) {
            return CompletableFuture.failedFuture(allHang);
        }
    }

    private static HealthReport answerOf(String name, CompletableFuture<HealthReport> question, long deadlineNanos) {
        try {
            return question.get(Math.max(0, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("{} did not tell its health", name, e);
        }
        question.cancel(true);
        return HealthReport.of(Status.DOWN);
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
