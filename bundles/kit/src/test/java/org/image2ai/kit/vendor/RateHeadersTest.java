package org.image2ai.kit.vendor;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class RateHeadersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static Optional<Duration> pause(Map<String, String> headers) {
        return RateHeaders.pause(name -> Optional.ofNullable(headers.get(name)), NOW);
    }

    @Test
    public void readsEveryFormThatVendorsSend() {
        assertEquals(Optional.of(Duration.ofSeconds(7)), pause(Map.of("retry-after", "7")));
        assertEquals(Optional.of(Duration.ofSeconds(30)), pause(Map.of("retry-after", "Sun, 1 Mar 2026 12:00:30 GMT")));
        assertEquals(Optional.of(Duration.ofMillis(250)), pause(Map.of("retry-after-ms", "250", "retry-after", "1")));
        assertEquals(Optional.of(Duration.ofSeconds(362)), pause(Map.of("x-ratelimit-reset-requests", "6m2s")));
        assertEquals(Optional.of(Duration.ofMillis(120)), pause(Map.of("x-ratelimit-reset-tokens", "120ms")));
        assertEquals(Optional.of(Duration.ofSeconds(12)), pause(Map.of("x-ratelimit-reset", "12")));
        assertEquals(
                Optional.of(Duration.ofSeconds(40)),
                pause(Map.of("x-ratelimit-reset", Long.toString(NOW.getEpochSecond() + 40))));
    }

    @Test
    public void theLongestResetCountsAndNonsenseDoesNot() {
        assertEquals(
                Optional.of(Duration.ofSeconds(9)),
                pause(Map.of("x-ratelimit-reset-requests", "9s", "x-ratelimit-reset-tokens", "2s")));
        assertEquals(Optional.empty(), pause(Map.of("retry-after", "later", "x-ratelimit-reset", "-")));
        assertEquals(Optional.of(Duration.ofDays(1)), pause(Map.of("retry-after", "999999999")));
        assertEquals(Optional.of(Duration.ZERO), pause(Map.of("retry-after", "Sun, 1 Mar 2020 12:00:30 GMT")));
    }
}
