package org.image2ai.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a machine, that somebody sets ahead or back while all else goes on. */
public final class SetClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** Sets it so far from the true time. */
    public void set(Duration from) {
        ahead = from;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
