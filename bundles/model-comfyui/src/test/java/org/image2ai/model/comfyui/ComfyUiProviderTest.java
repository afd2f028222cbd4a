package org.image2ai.model.comfyui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.model.TellingSession;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

/** With the workflows that come with the platform. */
public class ComfyUiProviderTest extends VendorProviderContract {
    private static final Path SHIPPED = Path.of("..", "..", "etc", "comfyui").toAbsolutePath();
    private static final String OURS = "0f0f3d0e-8a52-4d0b-9d5e-0000000000ff";
    private static final String THEIRS = "5b0f3d0e-8a52-4d0b-9d5e-00000000000a";
    private static final byte[] PICTURE = Pictures.png(Pictures.gradient(64, 48));
    private static final byte[] MASK = Pictures.png(Pictures.mask(64, 48, new Rectangle(16, 16, 8, 8)));

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new ComfyUiProvider(settings, egress, () -> OURS);
    }

    @Override
    protected VendorProfile profile() {
        return ComfyUiProvider.PROFILE;
    }

    @Override
    protected Map<String, Object> more() {
        return Map.of("workflows", SHIPPED.toString());
    }

    @Override
    protected String[] recordings() {
        return new String[] {"success", "nodes"};
    }

    /** It has no safety system and no accounts. */
    @Override
    protected Set<Failure> impossible() {
        return EnumSet.of(Failure.SAFETY, Failure.QUOTA);
    }

    /** Only what it queued has an id. */
    @Override
    protected boolean namesItsCalls() {
        return false;
    }

    private static RenderRequest generate() {
        return SampleRequest.of("sdxl-text", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1152, 896)
                .with("seed", 7L)
                .with("steps", 20L)
                .build();
    }

    private static RenderRequest inpaint() {
        return SampleRequest.of("sdxl-inpaint", Operation.INPAINT)
                .prompt("a boat")
                .image(PICTURE)
                .mask(MASK)
                .with("seed", 8L)
                .with("strength", 0.75)
                .build();
    }

    @Override
    protected List<RenderRequest> samples() {
        return List.of(generate(), inpaint());
    }

    @Override
    protected Optional<Size> expectedSize(RenderRequest request) {
        return request.size().or(() -> Optional.of(new Size(64, 48)));
    }

    @Test
    public void offersTheWorkflowsThatComeWithThePlatform() {
        Map<String, ImageModel> models = new HashMap<>();
        provider().models().forEach(model -> models.put(model.name(), model));
        assertEquals(Set.of("sdxl-text", "sdxl-inpaint"), models.keySet());
        ImageModel text = models.get("sdxl-text");
        assertEquals(InputLimits.promptOnly(4_000), text.inputs());
        assertTrue(text.size().allows(new Size(832, 1216)));
        assertFalse(text.size().allows(new Size(512, 512)));
        assertEquals(4, text.maxCount());
        InputLimits inputs = models.get("sdxl-inpaint").inputs();
        assertEquals(new InputLimits(1, 1, InputLimits.Mask.REQUIRED, 4_200_000, true, 4_000), inputs);
    }

    @Test
    public void offersNothingThatTheServerCannotRun() {
        vendor.play("nodes-older");
        assertEquals(List.of(), provider().models());
    }

    @Test
    public void theReceiptHasTheIdOfThePromptAndTheSeed() {
        RenderResult result = provider().render(generate(), new RecordingRenderSession());
        assertEquals(Optional.of(THEIRS), result.vendorRequestId());
        assertEquals(Optional.of(7L), result.images().get(0).seed());
    }

    @Test
    public void theMaskIsAFileOfItsOwn() {
        vendor.play("masks");
        RecordingRenderSession session = new RecordingRenderSession();
        provider().render(inpaint(), session);
        assertEquals(1, session.outputs().size());
    }

    @Test
    public void waitsBehindThoseWithALowerNumber() {
        vendor.play("waiting");
        List<String> messages = new ArrayList<>();
        RecordingRenderSession recording = new RecordingRenderSession();
        provider().render(generate(), new TellingSession(recording, messages::add));
        assertTrue(messages.toString(), messages.contains("waiting behind 3"));
        assertTrue(messages.toString(), messages.indexOf("at work") > messages.indexOf("waiting behind 3"));
    }

    @Test
    public void keepsTheHistoryWhereTheOperatorSaysSo() {
        provider(Map.of("forget", "false")).render(generate(), new RecordingRenderSession());
        assertTrue(vendor.received().stream()
                .noneMatch(call -> call.method().equals("POST") && call.path().equals("/history")));
        provider().render(generate(), new RecordingRenderSession());
        assertTrue(vendor.received().stream()
                .anyMatch(call -> call.method().equals("POST") && call.path().equals("/history")));
    }

    @Test
    public void aWorkflowOfWhichOnlyABranchIsTakenIsRefusedAndWithdrawn() {
        vendor.play("branch");
        PlatformException e = failure();
        assertEquals(ErrorType.INVALID, e.type());
        assertTrue(e.getMessage(), e.getMessage().contains("CheckpointLoaderSimple.ckpt_name"));
        assertEquals(
                1,
                vendor.received().stream()
                        .filter(call ->
                                call.method().equals("POST") && call.path().equals("/queue"))
                        .count());
    }

    @Test
    public void aNodeThatFailsIsNamedAndNobodysWordsAre() {
        vendor.play("node-failed");
        PlatformException e = failure();
        assertEquals("workflow_failed", e.code());
        assertFalse(e.retryable());
        assertEquals("KSampler", e.details().get("nodeType"));
        assertEquals(THEIRS, e.details().get("vendorRequestId"));
        assertFalse(e.getMessage() + e.details(), (e.getMessage() + e.details()).contains("lighthouse"));
    }

    @Test
    public void wantOfMemoryAndAnInterruptionMayBeOverTheNextTime() {
        for (String recording : List.of("no-memory", "interrupted", "no-picture")) {
            vendor.play(recording);
            PlatformException e = failure();
            assertEquals(recording, "vendor_unavailable", e.code());
            assertTrue(recording, e.retryable());
            assertEquals(recording, THEIRS, e.details().get("vendorRequestId"));
        }
    }

    private PlatformException failure() {
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider().render(generate(), session));
        assertTrue(session.outputs().isEmpty());
        return e;
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        Map<String, String> wrong =
                Map.of("workflows", "nowhere", "forget", "maybe", "local", "yes", "baseUrl", "ftp://10.0.0.7");
        wrong.forEach((key, text) -> {
            PlatformException e = assertThrows(key, PlatformException.class, () -> provider(Map.of(key, text)));
            assertEquals(Optional.of(key), e.field());
        });
        PlatformException e = assertThrows(PlatformException.class, () -> provider(Map.of("models", "sdxl-texts"))
                .models());
        assertEquals(Optional.of("models"), e.field());
    }

    @Test
    public void isLocalWhenTheOperatorSaysSo() {
        assertEquals(
                Set.of("local"),
                provider(Map.of("local", "true")).models().stream()
                        .map(ImageModel::region)
                        .collect(Collectors.toSet()));
    }
}
