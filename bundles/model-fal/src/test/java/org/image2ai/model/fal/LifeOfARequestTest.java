package org.image2ai.model.fal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.TellingSession;
import org.image2ai.tck.vendor.RecordedHttp;
import org.junit.Rule;
import org.junit.Test;

/** A request is found again after a restart, queued again when it failed, and taken back when nobody wants it. */
public class LifeOfARequestTest {
    private static final String FIRST = "fal-ai/flux/schnell 764cabcf-b745-4b3e-ae38-1200304cf001";
    private static final String SECOND = "fal-ai/flux/schnell 764cabcf-b745-4b3e-ae38-1200304cf002";

    @Rule
    public final RecordedHttp vendor = new RecordedHttp(getClass());

    private FalProvider provider(String timeoutSeconds) {
        Map<String, String> configuration = Map.of(
                "service.pid", "test~main",
                "apiKey", "key-of-the-test-account",
                "baseUrl", vendor.baseUrl(),
                "egress.allowPrivate", "true",
                "timeoutSeconds", timeoutSeconds);
        return new FalProvider(
                AccountSettings.of(configuration, FalProvider.PROFILE),
                vendor.egress(),
                Duration.ofMillis(10),
                Duration.ofMillis(20));
    }

    private void render(String recorded, RecordingRenderSession session) {
        vendor.play(recorded);
        provider("30").render(Samples.schnell().build(), session);
    }

    private PlatformException fails(String recorded, RecordingRenderSession session) {
        return assertThrows(PlatformException.class, () -> render(recorded, session));
    }

    private long calls(String method) {
        return vendor.received().stream()
                .filter(call -> call.method().equals(method))
                .count();
    }

    @Test
    public void looksAgainWhenALookFails() {
        RecordingRenderSession session = new RecordingRenderSession();
        render("flaky", session);
        assertEquals(1, session.outputs().size());
        assertEquals(1, calls("POST"));
    }

    @Test
    public void goesOnWithWhatWasQueued() {
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(FIRST);
        render("resumed", session);
        assertEquals(0, calls("POST"));
        assertEquals(1, session.outputs().size());
    }

    @Test
    public void theRequestOfAnotherEndpointIsNone() {
        for (String other : List.of(FIRST.replace("schnell", "dev"), "{\"task\": 1}", "fal-ai/flux/schnell ../x")) {
            RecordingRenderSession session = new RecordingRenderSession();
            session.checkpoint(other);
            render("second", session);
            assertEquals(Optional.of(SECOND), session.checkpoint());
        }
    }

    /** To queue it again would be to pay twice for what was perhaps made. */
    @Test
    public void aResultThatFalKeepsNoMoreIsGone() {
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(FIRST);
        assertEquals("vendor_gone", fails("expired", session).code());
        assertEquals(0, calls("POST"));
    }

    @Test
    public void whatFailedThereIsQueuedAnewTheNextTime() {
        for (String recorded : List.of("error-unavailable", "empty")) {
            RecordingRenderSession session = new RecordingRenderSession();
            assertTrue(recorded, fails(recorded, session).retryable());
            render("second", session);
            assertEquals(recorded, Optional.of(SECOND), session.checkpoint());
        }
    }

    @Test
    public void whatOnlyCouldNotBeFetchedIsNotQueuedAgain() {
        for (String recorded : List.of("gateway", "error-truncated")) {
            RecordingRenderSession session = new RecordingRenderSession();
            assertEquals("vendor_unavailable", fails(recorded, session).code());
            assertEquals(Optional.of(FIRST), session.checkpoint());
            long before = calls("POST");
            render("resumed", session);
            assertEquals(before, calls("POST"));
        }
    }

    @Test
    public void isCancelledThereWhenNobodyWantsIt() {
        PlatformException e = ended("endless", true);
        assertEquals("cancelled", e.code());
        assertEquals(1, calls("PUT"));
        assertEquals(0, e.getSuppressed().length);
    }

    @Test
    public void aCancellationThatComesTooLateIsNoOtherFailure() {
        PlatformException e = ended("too-late", true);
        assertEquals("cancelled", e.code());
        assertEquals(1, e.getSuppressed().length);
    }

    /** A bundle that is replaced leaves the work to who comes after it. */
    @Test
    public void anInterruptionAloneLeavesItInTheQueue() {
        assertEquals("cancelled", ended("endless", false).code());
        assertEquals(0, calls("PUT"));
    }

    /** A drain interrupts the thread in either case. */
    private PlatformException ended(String recorded, boolean unwanted) {
        vendor.play(recorded);
        RecordingRenderSession session = new RecordingRenderSession();
        RenderSession telling = new TellingSession(session, message -> {
            if (message.equals("at work") || message.startsWith("waiting")) {
                if (unwanted) {
                    session.cancel();
                }
                Thread.currentThread().interrupt();
            }
        });
        PlatformException e = assertThrows(PlatformException.class, () -> provider("30")
                .render(Samples.schnell().build(), telling));
        assertTrue("the interruption is kept", Thread.interrupted());
        return e;
    }

    @Test
    public void isCancelledThereWhenItTakesTooLong() {
        vendor.play("endless");
        PlatformException e = assertThrows(PlatformException.class, () -> provider("1")
                .render(Samples.schnell().build(), new RecordingRenderSession()));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
        assertEquals(1, calls("PUT"));
    }
}
