package io.microecommerce.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The time that is measured, between the warm-up and the end.
 *
 * @param beginNanos on the clock of {@link System#nanoTime()}
 * @param endNanos on the same clock
 */
public record Window(long beginNanos, long endNanos) {

    /** Begins that long from now. */
    public static Window after(Duration warmUp, Duration length) {
        long begin = System.nanoTime() + warmUp.toNanos();
        return new Window(begin, begin + length.toNanos());
    }

    // That clock may overflow, so its values are subtracted, never compared.

    boolean covers(long nanos) {
        return nanos - beginNanos >= 0 && nanos - endNanos < 0;
    }

    boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }

    public void awaitBegin() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(beginNanos - System.nanoTime());
    }

    public void awaitEnd() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(endNanos - System.nanoTime());
    }
}
