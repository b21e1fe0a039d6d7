package io.microecommerce.service.stop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what is being worked on, and waits for the end of it. */
final class InHand {

    private int count;
    private long lastChangeNanos = System.nanoTime();

    synchronized void begin() {
        count++;
        lastChangeNanos = System.nanoTime();
    }

    /** Without a beginning it counts for nothing: Seata tells of such. */
    synchronized void end() {
        count = Math.max(0, count - 1);
        lastChangeNanos = System.nanoTime();
        notifyAll();
    }

    /**
     * Waits until nothing has been in hand for a while.
     *
     * @param quiet for how long nothing must begin or end, counted from this call at the earliest
     * @return how much is still in hand when the time is over
     */
    synchronized int awaitQuiet(Duration quiet, Duration atMost) throws InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            long remaining = atMost.toNanos() - (now - began);
            long untilQuiet = quiet.toNanos() - (now - Math.max(began, lastChangeNanos));
            if (remaining <= 0 || (count == 0 && untilQuiet <= 0)) {
                return count;
            }
            long pause = count == 0 ? Math.min(untilQuiet, remaining) : remaining;
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(pause, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }
}
