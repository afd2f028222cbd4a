package org.image2ai.kit.net;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.image2ai.api.PlatformException;
import org.junit.Test;

public class NetTest {
    private final Hand clock = new Hand();

    @Test
    public void knowsTheAddressesOfANetwork() {
        assertTrue(Network.parse("10.0.0.0/8").contains("10.255.1.2"));
        assertFalse(Network.parse("10.0.0.0/8").contains("11.0.0.1"));
        assertTrue(Network.parse("192.0.2.7").contains("192.0.2.7"));
        assertFalse(Network.parse("192.0.2.7").contains("192.0.2.8"));
        assertTrue(Network.parse("2001:db8::/32").contains("2001:db8:1::5"));
        assertFalse(Network.parse("2001:db8::/32").contains("2001:db9::5"));
        assertTrue("in the guise of IPv6", Network.parse("127.0.0.0/8").contains("::ffff:127.0.0.1"));
        assertFalse("all of IPv6 holds no IPv4", Network.parse("::/0").contains("127.0.0.1"));
        assertTrue(Network.parse("0.0.0.0/0").contains("8.8.8.8"));
    }

    @Test
    public void cutsAnAddressToItsNetwork() {
        assertEquals("192.0.2.0/24", Network.around("192.0.2.77", 24, 64));
        assertEquals("2001:db8:1:2:0:0:0:0/64", Network.around("2001:db8:1:2:3:4:5:6", 24, 64));
        assertEquals("0:0:0:0:0:0:0:0/48", Network.around("::1", 24, 48));
    }

    @Test
    public void takesNoNameForANetwork() {
        for (String bad :
                List.of("", "localhost", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.0/x", "999.1.1.1", ":")) {
            PlatformException e = assertThrows(bad, PlatformException.class, () -> Network.parse(bad));
            assertEquals("invalid_network", e.code());
        }
    }

    @Test
    public void doublesThePauseFromTheFifthFailureOn() {
        GuessLimit limit = new GuessLimit(5, clock);
        for (int i = 0; i < 5; i++) {
            limit.begin("ada");
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            PlatformException e = assertThrows(PlatformException.class, () -> limit.begin("ada"));
            assertEquals("rate_limited", e.code());
            pauses.add(e.retryAfter().orElseThrow().toSeconds());
            clock.pass(e.retryAfter().orElseThrow());
            limit.begin("ada");
        }
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L), pauses);
        limit.begin("bob");
    }

    @Test
    public void forgetsFailuresAtASuccessAndWithTime() {
        GuessLimit limit = new GuessLimit(1, clock);
        limit.begin("ada");
        limit.succeeded("ada");
        limit.begin("ada");
        assertThrows(PlatformException.class, () -> limit.begin("ada"));
        limit.takeBack("ada");
        limit.begin("ada");
        clock.pass(Duration.ofHours(2));
        limit.begin("ada");
        assertThrows(PlatformException.class, () -> limit.begin("ada"));
    }

    @Test
    public void letsSoManyThroughAWindow() {
        RateLimit limit = new RateLimit(2, Duration.ofHours(1), clock);
        limit.take("ada");
        clock.pass(Duration.ofMinutes(20));
        limit.take("ada");
        PlatformException e = assertThrows(PlatformException.class, () -> limit.take("ada"));
        assertEquals(Duration.ofMinutes(40), e.retryAfter().orElseThrow());
        limit.take("bob");
        clock.pass(Duration.ofMinutes(40));
        limit.take("ada");
    }

    @Test
    public void aClockThatIsSetBackLengthensNoPause() {
        GuessLimit limit = new GuessLimit(1, clock);
        RateLimit rate = new RateLimit(1, Duration.ofMinutes(10), clock);
        rate.take("ada");
        limit.begin("ada");
        clock.pass(Duration.ofHours(-1));
        PlatformException e = assertThrows(PlatformException.class, () -> limit.begin("ada"));
        assertEquals(Duration.ofSeconds(1), e.retryAfter().orElseThrow());
        e = assertThrows(PlatformException.class, () -> rate.take("ada"));
        assertEquals(Duration.ofMinutes(10), e.retryAfter().orElseThrow());
        clock.pass(Duration.ofMinutes(10));
        limit.begin("ada");
        rate.take("ada");
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

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
