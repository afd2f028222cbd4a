package org.image2ai.kit.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;

/**
 * Waits for work that a vendor does by itself: looks, waits a little longer each time, and looks again. A look is a
 * request that may fail by itself and does no harm when done twice, so what is only unavailable is looked at again.
 */
public final class Poll {
    private static final long NOTICE_MILLIS = 100;
    private static final int PATIENT_FAILURES = 5;

    private final RenderSession session;
    private final Instant deadline;
    private final Duration longest;
    private Duration next;
    private Optional<Duration> hint = Optional.empty();

    /**
     * @param session tells whether the work is still wanted
     * @param deadline when nobody waits any more
     * @param first how long the first wait is
     * @param longest how long no wait is longer than
     */
    public Poll(RenderSession session, Instant deadline, Duration first, Duration longest) {
        this.session = session;
        this.deadline = deadline;
        this.next = first;
        this.longest = longest;
    }

    /** What the vendor says of the next wait, from within a look. */
    public void hint(Duration pause) {
        hint = Optional.of(pause);
    }

    /**
     * Looks until there is something.
     *
     * @param vendor its name, for the failure
     * @param look asks; empty when it is not done yet
     * @return what the last look found
     * @throws PlatformException CONFLICT {@code cancelled} when nobody wants it any more or the thread was interrupted;
     *     UPSTREAM {@code vendor_unavailable} when the time is over or look after look failed; what a look throws
     *     otherwise
     */
    public <T> T until(String vendor, Supplier<Optional<T>> look) {
        for (int failed = 0; ; ) {
            try {
                Optional<T> found = look.get();
                if (found.isPresent()) {
                    return found.get();
                }
                failed = 0;
            } catch (PlatformException e) {
                if (!e.retryable() || ++failed > PATIENT_FAILURES) {
                    throw e;
                }
                e.retryAfter().ifPresent(this::hint);
            }
            rest(vendor);
        }
    }

    private void rest(String vendor) {
        Duration pause = hint.orElse(next);
        hint = Optional.empty();
        next = min(next.multipliedBy(3).dividedBy(2), longest);
        Instant end = Instant.now().plus(min(pause, longest));
        for (Instant now = Instant.now(); now.isBefore(end); now = Instant.now()) {
            if (session.cancelled()) {
                throw VendorFailure.cancelled();
            }
            if (now.isAfter(deadline)) {
                throw VendorFailure.unavailable(vendor, "was not done in time", Optional.empty());
            }
            pause(Math.min(NOTICE_MILLIS, Duration.between(now, end).toMillis() + 1));
        }
    }

    private static void pause(long millis) {
        try {
            new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw VendorFailure.cancelled();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
