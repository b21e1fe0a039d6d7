package io.microecommerce.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket for each of many keys, in this gateway's memory alone: two gateways allow twice as much. A bucket is forgotten
 * once it must be full again, and of too many the ones longest unused.
 */
public final class RateLimit {

    /** So many keys are told apart; a bucket takes some 200 bytes. */
    private static final int MAX_KEYS = 100_000;

    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Rate rate;
    private final TimeMeter time;
    private final @Nullable Cache<String, Bucket> buckets;

    public RateLimit(Rate rate) {
        this(rate, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimit(Rate rate, TimeMeter time) {
        this.rate = rate;
        this.time = time;
        this.buckets = rate.perSecond() == 0 ? null : bucketsFor(rate);
    }

    /**
     * How much is allowed.
     *
     * @param perSecond requests a second in the long run, 1 to 1,000,000; 0 for no limit
     * @param burst requests at once after a pause, at least {@code perSecond}
     */
    public record Rate(long perSecond, long burst) {

        private static final long MOST = 1_000_000;

        public Rate {
            if (perSecond < 0 || perSecond > MOST || burst < perSecond || burst > MOST) {
                throw new IllegalArgumentException(
                        "A rate limit takes 0 to " + MOST + " per second, and a burst from that to " + MOST
                                + "; it was given " + perSecond + " and " + burst);
            }
        }
    }

    /**
     * What became of one request.
     *
     * @param limit the burst; 0 when there is no limit
     * @param remaining how many more are allowed at once
     * @param waitSeconds until the next one is allowed, rounded up; 0 when this one was
     */
    public record Verdict(boolean allowed, long limit, long remaining, long waitSeconds) {

        private static final Verdict UNLIMITED = new Verdict(true, 0, 0, 0);
    }

    public Verdict ask(String key) {
        if (buckets == null) {
            return Verdict.UNLIMITED;
        }
        ConsumptionProbe probe = buckets.get(key, unknown -> newBucket()).tryConsumeAndReturnRemaining(1);
        long waitNanos = probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill();
        return new Verdict(
                probe.isConsumed(),
                rate.burst(),
                probe.getRemainingTokens(),
                (waitNanos + SECOND_NANOS - 1) / SECOND_NANOS);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> bucketsFor(Rate rate) {
        long secondsToFill = rate.burst() / rate.perSecond() + 1;
        return Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(Duration.ofSeconds(secondsToFill))
                .build();
    }
}
