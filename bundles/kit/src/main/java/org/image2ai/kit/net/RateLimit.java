package org.image2ai.kit.net;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.kit.Clocks;

/** So many times in a window of time for each; in memory only, and bounded. */
public final class RateLimit {
    private static final int CAPACITY = 50_000;

    private final int most;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Count(int taken, long endMillis) {}

    /** @param most how often within the window */
    public RateLimit(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.clock = Clocks.neverBack(clock);
    }

    /** Takes one. @throws PlatformException EXHAUSTED {@code rate_limited} when there is none left */
    public synchronized void take(String who) {
        long now = clock.millis();
        Count count = counts.get(who);
        if (count == null || now >= count.endMillis()) {
            count = new Count(0, now + window.toMillis());
        }
        if (count.taken() >= most) {
            throw GuessLimit.pause(count.endMillis() - now);
        }
        counts.put(who, new Count(count.taken() + 1, count.endMillis()));
    }
}
