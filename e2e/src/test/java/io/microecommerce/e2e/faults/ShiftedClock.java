package io.microecommerce.e2e.faults;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock, ahead or behind by what the folder says at each reading. */
final class ShiftedClock extends Clock {

    private final FaultFolder folder;
    private final String service;
    private final Clock real;

    ShiftedClock(FaultFolder folder, String service, Clock real) {
        this.folder = folder;
        this.service = service;
        this.real = real;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(folder, service, real.withZone(zone));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(folder.clockOffset(service));
    }
}
