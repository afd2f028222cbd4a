package org.image2ai.model.comfyui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.model.TellingSession;
import org.image2ai.tck.vendor.RecordedHttp;
import org.junit.Rule;
import org.junit.Test;

/** A prompt is found again after a restart, and taken back when nobody wants it. */
public class LifeOfAPromptTest {
    private static final String OURS = "0f0f3d0e-8a52-4d0b-9d5e-0000000000ff";
    private static final String THEIRS = "5b0f3d0e-8a52-4d0b-9d5e-00000000000a";

    @Rule
    public final RecordedHttp server = new RecordedHttp(getClass());

    private ComfyUiProvider provider() {
        Map<String, Object> configuration = new HashMap<>(Map.of(
                "service.pid", "test~main",
                "apiKey", "key-of-the-test-account",
                "baseUrl", server.baseUrl(),
                "egress.allowPrivate", "true",
                "workflows",
                        Path.of("..", "..", "etc", "comfyui").toAbsolutePath().toString()));
        return new ComfyUiProvider(
                AccountSettings.of(configuration, ComfyUiProvider.PROFILE), server.egress(), () -> OURS);
    }

    private static RenderRequest request() {
        return SampleRequest.of("sdxl-text", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1152, 896)
                .with("seed", 7L)
                .with("steps", 20L)
                .build();
    }

    private List<String> posts() {
        return server.received().stream()
                .filter(call -> call.method().equals("POST"))
                .map(call -> call.path())
                .toList();
    }

    @Test
    public void theIdIsSavedBeforeTheServerHasIt() {
        server.play("named");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(request(), session);
        assertEquals(List.of(OURS + " 7"), session.checkpoints());
        assertEquals(Optional.of(OURS), result.vendorRequestId());
        server.play("success");
        RecordingRenderSession older = new RecordingRenderSession();
        provider().render(request(), older);
        assertEquals("an older server names it", List.of(OURS + " 7", THEIRS + " 7"), older.checkpoints());
    }

    @Test
    public void goesOnWithWhatWasQueued() {
        server.play("resume");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(THEIRS + " 7");
        RenderResult result = provider().render(request(), session);
        assertEquals(Optional.of(THEIRS), result.vendorRequestId());
        assertEquals(List.of("/history"), posts());
    }

    @Test
    public void queuesAgainWhatTheServerLostOrFailed() {
        for (String recording : List.of("resume-lost", "resume-failed")) {
            server.play(recording);
            RecordingRenderSession session = new RecordingRenderSession();
            session.checkpoint(THEIRS + " 7");
            assertEquals(
                    recording,
                    Optional.of(OURS),
                    provider().render(request(), session).vendorRequestId());
        }
    }

    @Test
    public void somebodyElsesCheckpointIsNone() {
        server.play("named");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint("{\"task\": \"../../etc\"}");
        assertEquals(Optional.of(OURS), provider().render(request(), session).vendorRequestId());
    }

    @Test
    public void interruptsOursWhenItIsTheOneThatRuns() {
        assertCancelled("cancel-running", List.of("/prompt", "/interrupt"));
    }

    @Test
    public void takesAWaitingOneOutOfTheQueueAndInterruptsNobody() {
        assertCancelled("cancel-pending", List.of("/prompt", "/queue"));
    }

    private void assertCancelled(String recording, List<String> posts) {
        server.play(recording);
        RecordingRenderSession session = new RecordingRenderSession();
        RenderSession cancelling = new TellingSession(session, message -> {
            if (message.equals("at work") || message.startsWith("waiting")) {
                session.cancel();
            }
        });
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider().render(request(), cancelling));
        assertEquals("cancelled", e.code());
        assertEquals(0, e.getSuppressed().length);
        assertEquals(posts, posts());
    }

    /** A bundle that is replaced leaves the work to who comes after it. */
    @Test
    public void anInterruptionAloneLeavesThePromptAtTheServer() {
        server.play("cancel-running");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderSession interrupting = new TellingSession(session, message -> {
            if (message.equals("at work")) {
                Thread.currentThread().interrupt();
            }
        });
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider().render(request(), interrupting));
        assertTrue("the interruption is kept", Thread.interrupted());
        assertEquals("cancelled", e.code());
        assertEquals(List.of("/prompt"), posts());
        assertEquals(Optional.of(THEIRS + " 7"), session.checkpoint());
    }
}
