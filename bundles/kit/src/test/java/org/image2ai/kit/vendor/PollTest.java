package org.image2ai.kit.vendor;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;
import org.junit.Test;

public class PollTest {
    private boolean cancelled;

    private Poll poll(Duration time) {
        return new Poll(new Session(), Instant.now().plus(time), Duration.ofMillis(1), Duration.ofMillis(5));
    }

    private static PlatformException down() {
        return VendorFailure.unavailable("Acme", "is down", Optional.empty());
    }

    @Test
    public void looksUntilItIsDone() {
        Deque<Optional<String>> looks =
                new ArrayDeque<>(List.of(Optional.empty(), Optional.empty(), Optional.of("done")));
        assertEquals("done", poll(Duration.ofMinutes(1)).until("Acme", looks::pop));
    }

    @Test
    public void bearsSomeFailuresInARow() {
        int[] looks = {0};
        String found = poll(Duration.ofMinutes(1)).until("Acme", () -> {
            if (++looks[0] % 5 != 0) {
                throw down();
            }
            return looks[0] == 10 ? Optional.of("done") : Optional.empty();
        });
        assertEquals("done", found);
        assertThrows(PlatformException.class, () -> poll(Duration.ofMinutes(1)).until("Acme", () -> {
            throw down();
        }));
    }

    @Test
    public void endsWhenCancelledInterruptedOrOver() {
        PlatformException over = assertThrows(
                PlatformException.class, () -> poll(Duration.ofMillis(20)).until("Acme", Optional::empty));
        assertEquals("vendor_unavailable", over.code());
        Thread.currentThread().interrupt();
        PlatformException interrupted = assertThrows(
                PlatformException.class, () -> poll(Duration.ofMinutes(1)).until("Acme", Optional::empty));
        assertEquals("cancelled", interrupted.code());
        assertEquals("the interruption is kept", true, Thread.interrupted());
        PlatformException unwanted = assertThrows(
                PlatformException.class, () -> poll(Duration.ofMinutes(1)).until("Acme", () -> {
                    cancelled = true;
                    return Optional.empty();
                }));
        assertEquals("cancelled", unwanted.code());
    }

    private final class Session implements RenderSession {
        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void progress(double fraction, String message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int wantedPreviews() {
            return 0;
        }

        @Override
        public void preview(int output, String mediaType, byte[] picture) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkpoint(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> checkpoint() {
            return Optional.empty();
        }

        @Override
        public PictureStream output(int output, String mediaType) {
            throw new UnsupportedOperationException();
        }
    }
}
