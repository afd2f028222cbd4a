package org.image2ai.model.replicate;

import static org.image2ai.model.replicate.Samples.large;
import static org.image2ai.model.replicate.Samples.lighthouse;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.TellingSession;
import org.image2ai.tck.vendor.RecordedHttp;
import org.junit.Rule;
import org.junit.Test;

/** What becomes of a prediction, and of the files that were brought for it, when a rendering does not go through. */
public class LifeOfAPredictionTest {
    private static final String BEFORE = "8r5f2scha1rm80cjy8vb2t1q5c";
    private static final String AGAIN = "3n5f2newa1rm80cjy8vb2t1q5c";
    private static final String CREATE = "POST /v1/models/black-forest-labs/flux-schnell/predictions";
    private static final String EDIT = "POST /v1/models/black-forest-labs/flux-kontext-pro/predictions";
    private static final String FILE = "/v1/files/cneqzikepnug6xezperrr4z55o";

    @Rule
    public final RecordedHttp vendor = new RecordedHttp(getClass());

    private ImageModelProvider provider(String timeoutSeconds) {
        Map<String, Object> configuration = new HashMap<>(Map.of(
                "service.pid", "test~main",
                "apiKey", "key-of-the-test-account",
                "baseUrl", vendor.baseUrl(),
                "timeoutSeconds", timeoutSeconds,
                "egress.allowPrivate", "true"));
        return new ReplicateProvider(
                AccountSettings.of(configuration, ReplicateProvider.PROFILE), vendor.egress(), Duration.ofMillis(20));
    }

    private RenderResult render(RenderRequest request, RenderSession session) {
        return provider("30").render(request, session);
    }

    /** All that changes something there. */
    private List<String> changes() {
        return vendor.received().stream()
                .filter(call -> !call.method().equals("GET"))
                .map(call -> call.method() + " " + call.path())
                .toList();
    }

    @Test
    public void isWaitedForThroughFailuresOfALook() {
        vendor.play("waiting");
        RecordingRenderSession session = new RecordingRenderSession();
        render(lighthouse().build(), session);
        assertEquals(List.of(BEFORE), session.checkpoints());
        assertEquals(1, session.outputs().size());
        assertEquals(List.of(CREATE), changes());
    }

    /** Should we be gone by then, nobody else would end it. */
    @Test
    public void replicateEndsItALittleAfterUs() {
        vendor.play("waiting");
        render(lighthouse().build(), new RecordingRenderSession());
        String after = vendor.received().get(0).header("Cancel-After").orElseThrow();
        int seconds = Integer.parseInt(after.replace("s", ""));
        assertTrue(after, after.matches("\\d+s") && seconds > 30 && seconds <= 60);
    }

    @Test
    public void isNotStartedAgain() {
        vendor.play("resumed");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(BEFORE + " file-of-before");
        RenderResult result = render(lighthouse().build(), session);
        assertEquals(Optional.of(BEFORE), result.vendorRequestId());
        assertEquals(List.of("DELETE /v1/files/file-of-before"), changes());
    }

    @Test
    public void isStartedAgainWhenNothingCanComeOfIt() {
        for (String recorded : List.of("resumed-lost", "resumed-failed", "resumed-aborted", "resumed-removed")) {
            vendor.play(recorded);
            RecordingRenderSession session = new RecordingRenderSession();
            session.checkpoint(BEFORE + " file-of-before");
            RenderResult result = render(lighthouse().build(), session);
            assertEquals(recorded, Optional.of(AGAIN), result.vendorRequestId());
            assertEquals(recorded, Optional.of(AGAIN), session.checkpoint());
        }
        assertEquals(
                List.of("DELETE /v1/files/file-of-before", CREATE), changes().subList(0, 2));
    }

    @Test
    public void isNotStartedAgainWhenItWasRefused() {
        vendor.play("resumed-refused");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(BEFORE + " file-of-before");
        PlatformException e =
                assertThrows(PlatformException.class, () -> render(lighthouse().build(), session));
        assertEquals("content_refused", e.code());
        assertEquals(List.of("DELETE /v1/files/file-of-before"), changes());
    }

    @Test
    public void somebodyElsesCheckpointIsNone() {
        vendor.play("waiting");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint("../account");
        render(lighthouse().build(), session);
        assertEquals(List.of(CREATE), changes());
    }

    @Test
    public void aLargePictureIsAFileUntilTheModelHasDoneWithIt() {
        vendor.play("uploaded");
        RecordingRenderSession session = new RecordingRenderSession();
        render(large().build(), session);
        assertEquals(1, session.outputs().size());
        assertEquals(List.of("POST /v1/files", EDIT, "DELETE " + FILE), changes());
        assertEquals(Optional.of("6a1f2kprq9rm80cjy8vb2t1q5g cneqzikepnug6xezperrr4z55o"), session.checkpoint());
    }

    @Test
    public void theFileGoesWhenTheModelRefusesOrCannotBeAsked() {
        assertFileGoes("uploaded-failed", "content_refused");
        assertFileGoes("uploaded-refused", "vendor_quota");
    }

    private void assertFileGoes(String recorded, String code) {
        vendor.play(recorded);
        PlatformException e =
                assertThrows(PlatformException.class, () -> render(large().build(), new RecordingRenderSession()));
        assertEquals(code, e.code());
        assertEquals("DELETE " + FILE, changes().get(changes().size() - 1));
    }

    @Test
    public void aFileWithoutAnAddressIsAFailure() {
        vendor.play("upload-nameless");
        PlatformException e =
                assertThrows(PlatformException.class, () -> render(large().build(), new RecordingRenderSession()));
        assertEquals("vendor_unavailable", e.code());
        assertEquals(List.of("POST /v1/files"), changes());
    }

    @Test
    public void isCancelledWithItsFileWhenNobodyWantsItAnyMore() {
        vendor.play("uploaded-endless");
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> render(large().build(), new TellingSession(session, atWork(session::cancel))));
        assertEquals("cancelled", e.code());
        assertEquals(0, e.getSuppressed().length);
        String cancel = "POST /v1/predictions/6a1f2kprq9rm80cjy8vb2t1q5g/cancel";
        assertEquals(List.of("POST /v1/files", EDIT, cancel, "DELETE " + FILE), changes());
    }

    @Test
    public void anEarlierOneIsCancelledWhenItIsNotWantedAnyMore() {
        vendor.play("endless");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(BEFORE);
        session.cancel();
        PlatformException e =
                assertThrows(PlatformException.class, () -> render(lighthouse().build(), session));
        assertEquals("cancelled", e.code());
        assertEquals(List.of("POST /v1/predictions/" + BEFORE + "/cancel"), changes());
    }

    @Test
    public void isCancelledWhenItTakesTooLong() {
        vendor.play("endless");
        PlatformException e = assertThrows(PlatformException.class, () -> provider("1")
                .render(lighthouse().build(), new RecordingRenderSession()));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
        assertEquals(List.of(CREATE, "POST /v1/predictions/" + BEFORE + "/cancel"), changes());
    }

    /** A bundle that is replaced leaves the work to who comes after it. */
    @Test
    public void anInterruptionAloneLeavesItAtReplicate() {
        vendor.play("uploaded-endless");
        RecordingRenderSession session = new RecordingRenderSession();
        Runnable interruption = () -> Thread.currentThread().interrupt();
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> render(large().build(), new TellingSession(session, atWork(interruption))));
        assertTrue("the interruption is kept", Thread.interrupted());
        assertEquals("cancelled", e.code());
        assertEquals(List.of("POST /v1/files", EDIT), changes());
        assertTrue(session.checkpoint().isPresent());
    }

    private static Consumer<String> atWork(Runnable then) {
        return message -> {
            if (message.equals("at work")) {
                then.run();
            }
        };
    }
}
