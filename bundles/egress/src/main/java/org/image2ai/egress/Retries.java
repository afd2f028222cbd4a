package org.image2ai.egress;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.image2ai.api.PlatformException;

/** Whether and when a request is tried again. */
final class Retries {
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final int MOST_DOUBLINGS = 6;

    private final int most;
    private int done;

    Retries(int most) {
        this.most = most;
    }

    /** Whether an answer of that status is asked for again. */
    boolean mend(int status) {
        return done < most && PASSING.contains(status);
    }

    /** Whether a failure is met with another try. */
    boolean mend(PlatformException failure) {
        return done < most && failure.code().equals("host_unreachable");
    }

    /** How long to wait before the next try: as the other side says, else ever longer and never all at once. */
    Duration pause(Optional<String> retryAfter) {
        long backoff = FIRST.toMillis() << Math.min(done++, MOST_DOUBLINGS);
        long jitter = ThreadLocalRandom.current().nextLong(backoff / 2 + 1);
        return retryAfter.flatMap(Retries::wait).orElse(Duration.ofMillis(backoff / 2 + jitter));
    }

    /** The header's two forms: seconds, or a date (RFC 9110, 10.2.3). */
    private static Optional<Duration> wait(String header) {
        String text = header.strip();
        try {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration left = Duration.between(Instant.now(), when);
            return Optional.of(left.isNegative() ? Duration.ZERO : left);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
