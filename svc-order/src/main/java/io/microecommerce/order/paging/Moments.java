package io.microecommerce.order.paging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments that rows are compared with. */
public final class Moments {

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    /**
     * The moment as PostgreSQL can hold it: whole microseconds, from 1970 to 9999. Whatever a row carries lies in there, so it is
     * before this one if and only if it is before the moment that was asked for.
     */
    public static Instant storable(Instant moment) {
        if (moment.isBefore(Instant.EPOCH)) {
            return Instant.EPOCH;
        }
        if (moment.isAfter(LATEST)) {
            return LATEST;
        }
        Instant whole = moment.truncatedTo(ChronoUnit.MICROS);
        return whole.equals(moment) ? whole : whole.plus(1, ChronoUnit.MICROS);
    }
}
