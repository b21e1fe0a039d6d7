package io.microecommerce.e2e.chaos;

import io.microecommerce.e2e.faults.BrokerFault;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.faults.CrashPoint.Reached;
import io.microecommerce.e2e.faults.FaultFolder;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The crash points that nobody has died at when the nemesis ends are waited for, with the broker made to ask back and to forget where
 * that is what it takes. Again and again: in one window there may be no payment, or only one, whose event is used up by the first of
 * two points.
 */
final class LastPoints {

    /** Some two minutes in all. */
    static final int ROUNDS = 8;

    private static final Duration WINDOW = Duration.ofSeconds(2);
    /** The broker asks back within 5 s; the reconciler looks every 10 s. */
    private static final Duration CONSEQUENCES = Duration.ofSeconds(11);

    private final Supplier<List<CrashPoint>> rest;
    private final FaultFolder faults;
    private final Waiting waiting;

    /** @param rest the armed points that nobody has died at yet */
    LastPoints(Supplier<List<CrashPoint>> rest, FaultFolder faults, Waiting waiting) {
        this.rest = rest;
        this.faults = faults;
        this.waiting = waiting;
    }

    /** How time passes. */
    interface Waiting {
        void during(Duration atMost, BooleanSupplier enough);
    }

    /** Returns once all are reached, or when nobody came by for too long. */
    void reach() {
        for (int round = 0; round < ROUNDS && !allReached(); round++) {
            window(Reached.BY_AN_UNDECIDED_ANSWER, BrokerFault.ANSWER_LOST);
            window(Reached.BY_A_LOST_EVENT, BrokerFault.HALF_DROPPED);
            waiting.during(CONSEQUENCES, this::allReached);
        }
    }

    private void window(Reached by, BrokerFault fault) {
        if (rest.get().stream().anyMatch(point -> point.reached() == by)) {
            faults.set(fault, true);
            waiting.during(WINDOW, this::allReached);
            faults.set(fault, false);
        }
    }

    private boolean allReached() {
        return rest.get().isEmpty();
    }
}
