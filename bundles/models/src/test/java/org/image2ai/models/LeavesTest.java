package org.image2ai.models;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession;
import org.image2ai.tck.model.RecordingRenderSession;
import org.junit.After;
import org.junit.Test;

/** What leaves this machine is said before a provider has it. */
public class LeavesTest {
    private final Stage stage = new Stage();
    private final RecordingRenderSession session = new RecordingRenderSession();

    @After
    public void close() {
        stage.close();
    }

    private void vendor(String id, String host, String credits, Fixtures.Behaviour behaviour) {
        stage.add(Stage.account(id, Map.of("host", host)), Fixtures.model(credits), behaviour);
    }

    @Test
    public void everyCandidateIsNamedBeforeItHasTheRequestAndOneOfThisMachineIsNot() {
        List<List<String>> seen = new ArrayList<>();
        vendor("first", "one.example", "1", (request, its) -> {
            seen.add(session.left());
            throw PlatformException.upstream("vendor_down", "It is down.", true);
        });
        vendor("second", "", "2", (request, its) -> {
            seen.add(session.left());
            return Stage.paint(request, its);
        });
        stage.router.render(Stage.auto(), session);
        assertEquals(List.of(List.of("test one.example"), List.of("test one.example", "test ")), seen);
        RecordingRenderSession inside = new RecordingRenderSession();
        stage.add(Stage.account("own", Map.of("local", true)), Fixtures.model("0"), Stage::paint);
        stage.router.render(Stage.auto(), inside);
        assertEquals(List.of(), inside.left());
    }

    @Test
    public void whatCannotBeWrittenDownIsNotSentAndCostsNoPermit() {
        List<String> asked = new ArrayList<>();
        vendor("first", "one.example", "1", (request, its) -> {
            asked.add("first");
            return Stage.paint(request, its);
        });
        RenderSession erased = new Refusing();
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    "account_erased",
                    assertThrows(PlatformException.class, () -> stage.router.render(Stage.auto(), erased))
                            .code());
        }
        assertEquals(List.of(), asked);
        stage.router.render(Stage.auto(), session);
        assertEquals(List.of("first"), asked);
    }

    @Test
    public void aProviderCannotSayIt() {
        vendor("first", "one.example", "1", (request, its) -> {
            its.leaves("org.other", "other.example");
            return Stage.paint(request, its);
        });
        stage.router.render(Stage.auto(), session);
        assertEquals(List.of("test one.example"), session.left());
    }

    /** The line of somebody whose erasure has begun. */
    private static final class Refusing implements RenderSession {
        private final RecordingRenderSession inner = new RecordingRenderSession();

        @Override
        public void leaves(String bundle, String host) {
            throw PlatformException.denied("account_erased", "gone");
        }

        @Override
        public void progress(double fraction, String message) {
            inner.progress(fraction, message);
        }

        @Override
        public int wantedPreviews() {
            return inner.wantedPreviews();
        }

        @Override
        public void preview(int output, String mediaType, byte[] picture) {
            inner.preview(output, mediaType, picture);
        }

        @Override
        public void checkpoint(String token) {
            inner.checkpoint(token);
        }

        @Override
        public Optional<String> checkpoint() {
            return inner.checkpoint();
        }

        @Override
        public boolean cancelled() {
            return inner.cancelled();
        }

        @Override
        public PictureStream output(int output, String mediaType) {
            return inner.output(output, mediaType);
        }
    }
}
