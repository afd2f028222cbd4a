package org.image2ai.kit.net;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Clocks;

/**
 * Slows down who guesses: after some failures each further one doubles a pause, from a second to fifteen minutes. It
 * is kept in memory only and bounded: what was longest quiet is forgotten first, all of it by a restart.
 */
public final class GuessLimit {
    private static final int CAPACITY = 50_000;
    private static final long LONGEST_SECONDS = 900;
    private static final Duration MEMORY = Duration.ofHours(1);

    private final int free;
    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > CAPACITY;
        }
    };

    private record Tries(int failures, long lastMillis, long untilMillis) {}

    /** @param free how many failures go without a pause */
    public GuessLimit(int free, Clock clock) {
        this.free = free;
        this.clock = Clocks.neverBack(clock);
    }

    /**
     * Begins a try. It counts as a failure until it is said to be another thing, so tries at the same time count too.
     *
     * @throws PlatformException EXHAUSTED {@code rate_limited} during a pause
     */
    public synchronized void begin(String who) {
        long now = clock.millis();
        Tries before = known(who, now);
        if (now < before.untilMillis()) {
            throw pause(before.untilMillis() - now);
        }
        put(who, before.failures() + 1, now);
    }

    /** The try was good: all is forgotten. */
    public synchronized void succeeded(String who) {
        tries.remove(who);
    }

    /** The try was no failure, and forgives none. */
    public synchronized void takeBack(String who) {
        long now = clock.millis();
        put(who, Math.max(0, known(who, now).failures() - 1), now);
    }

    private Tries known(String who, long now) {
        Tries before = tries.get(who);
        boolean fresh = before != null && now - before.lastMillis() < MEMORY.toMillis();
        return fresh ? before : new Tries(0, now, 0);
    }

    private void put(String who, int failures, long now) {
        long pause = failures < free ? 0 : Math.min(LONGEST_SECONDS, 1L << Math.min(20, failures - free));
        tries.put(who, new Tries(failures, now, pause == 0 ? 0 : now + pause * 1000));
    }

    static PlatformException pause(long millis) {
        return PlatformException.exhausted("rate_limited", "Too many tries. Wait a little.", true)
                .retryAfter(Duration.ofSeconds((millis + 999) / 1000));
    }
}
