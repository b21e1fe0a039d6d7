package io.microecommerce.gateway.deadletter;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * The rate at which this gateway redrives, whoever asks and however many at once: a thousand letters that died of an overload must
 * not cause the next one.
 */
public final class PacedRedrive {

    private final Bucket bucket;
    private final Duration requestTakes;

    /**
     * @param perSecond 1 to 1000
     * @param requestTakes no letter of a request is begun later than this after its begin
     */
    public PacedRedrive(int perSecond, Duration requestTakes) {
        if (perSecond < 1 || perSecond > 1_000) {
            throw new IllegalArgumentException("shop.gateway.redrive.per-second must be 1 to 1000, was " + perSecond);
        }
        this.bucket = Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(1).refillGreedy(1, Duration.ofSeconds(1).dividedBy(perSecond)))
                .build();
        this.requestTakes = requestTakes;
    }

    /** Waits for this redrive's turn. */
    void take() {
        try {
            bucket.asBlocking().consume(1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Run begin() {
        return new Run(System.nanoTime() + requestTakes.toNanos());
    }

    /** One request for many. */
    record Run(long endsAtNanos) {

        boolean isOver() {
            return System.nanoTime() - endsAtNanos > 0;
        }
    }
}
