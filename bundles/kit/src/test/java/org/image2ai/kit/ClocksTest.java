package org.image2ai.kit;

import static org.junit.Assert.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.Test;

public class ClocksTest {
    private static final Instant EIGHT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Hand wall = new Hand();
    private long nanos = -5;

    @Test
    public void goesOnWhereItWasWhenTheClockIsSetBack() {
        Clock clock = Clocks.neverBack(wall);
        wall.now = EIGHT.plusSeconds(10);
        assertEquals(EIGHT.plusSeconds(10), clock.instant());
        wall.now = EIGHT.minus(HOUR);
        assertEquals(EIGHT.plusSeconds(10), clock.instant());
        wall.now = EIGHT.minus(HOUR).plusSeconds(5);
        assertEquals("and time passes", EIGHT.plusSeconds(15), clock.instant());
        wall.now = EIGHT.plus(HOUR);
        assertEquals(
                "also when it is put right again", EIGHT.plus(HOUR).plus(HOUR).plusSeconds(10), clock.instant());
    }

    @Test
    public void isNotAheadOfTheTimeThatPassed() {
        Clock clock = Clocks.neverAhead(wall, () -> nanos);
        wall.now = EIGHT.plus(HOUR);
        assertEquals(EIGHT, clock.instant());
        nanos += Duration.ofMinutes(1).toNanos();
        assertEquals(EIGHT.plusSeconds(60), clock.instant());
        wall.now = EIGHT.minus(HOUR);
        assertEquals("what is set back is followed", EIGHT.minus(HOUR), clock.instant());
        wall.now = EIGHT.plusSeconds(30);
        assertEquals(ZoneOffset.UTC, clock.getZone());
        assertEquals(
                EIGHT.plusSeconds(30),
                clock.withZone(ZoneId.of("Europe/Berlin")).instant());
    }

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = EIGHT;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
