package org.image2ai.kit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Clocks for what must not be misled when somebody sets the machine's clock. */
public final class Clocks {
    private Clocks() {}

    /** Follows another clock, but where that one is set back it goes on from what it said last: no pause grows. */
    public static Clock neverBack(Clock wall) {
        return new Derived(wall, new Forward(wall));
    }

    /** Follows another clock, but at most by the time that has truly passed since now: nothing is old too early. */
    public static Clock neverAhead(Clock wall) {
        return neverAhead(wall, System::nanoTime);
    }

    static Clock neverAhead(Clock wall, LongSupplier nanos) {
        Instant begin = wall.instant();
        long began = nanos.getAsLong();
        return new Derived(wall, () -> {
            Instant steady = begin.plusNanos(nanos.getAsLong() - began);
            Instant said = wall.instant();
            return said.isBefore(steady) ? said : steady;
        });
    }

    private static final class Forward implements Supplier<Instant> {
        private final Clock wall;
        private Instant last;
        private Duration ahead = Duration.ZERO;

        Forward(Clock wall) {
            this.wall = wall;
            this.last = wall.instant();
        }

        @Override
        public synchronized Instant get() {
            Instant now = wall.instant().plus(ahead);
            if (now.isBefore(last)) {
                ahead = ahead.plus(Duration.between(now, last));
                now = last;
            }
            last = now;
            return now;
        }
    }

    private static final class Derived extends Clock {
        private final Clock wall;
        private final Supplier<Instant> now;

        Derived(Clock wall, Supplier<Instant> now) {
            this.wall = wall;
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return wall.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Derived(wall.withZone(zone), now);
        }
    }
}
