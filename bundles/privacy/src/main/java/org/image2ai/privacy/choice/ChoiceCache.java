package org.image2ai.privacy.choice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.ProcessingChoices;

/**
 * What the accounts that are at work have decided. It forgets what is changed here at once, and everything after a few
 * seconds, for another instance may change it too.
 */
final class ChoiceCache {
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int MOST = 20_000;

    private final Clock clock;
    private final Map<AccountId, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Known> eldest) {
            return size() > MOST;
        }
    };
    private long changes;

    private record Known(ProcessingChoices.Choices choices, Instant until) {}

    ChoiceCache(Clock clock) {
        this.clock = clock;
    }

    ProcessingChoices.Choices of(AccountId account, Function<AccountId, ProcessingChoices.Choices> load) {
        Instant now = clock.instant();
        long before;
        synchronized (this) {
            Known one = known.get(account);
            if (one != null && now.isBefore(one.until()) && one.until().isBefore(now.plus(LIFE.multipliedBy(2)))) {
                return one.choices();
            }
            before = changes;
        }
        ProcessingChoices.Choices loaded = load.apply(account);
        synchronized (this) {
            // What was read while somebody wrote may be old already.
            if (changes == before) {
                known.put(account, new Known(loaded, now.plus(LIFE)));
            }
        }
        return loaded;
    }

    synchronized void forget(AccountId account) {
        changes++;
        known.remove(account);
    }
}
