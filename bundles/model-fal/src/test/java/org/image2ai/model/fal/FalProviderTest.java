package org.image2ai.model.fal;

import static org.image2ai.model.fal.Samples.dev;
import static org.image2ai.model.fal.Samples.on;
import static org.image2ai.model.fal.Samples.schnell;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

public class FalProviderTest extends VendorProviderContract {
    private static final String ID = "764cabcf-b745-4b3e-ae38-1200304cf001";

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new FalProvider(settings, egress, Duration.ofMillis(10), Duration.ofMillis(20));
    }

    @Override
    protected VendorProfile profile() {
        return FalProvider.PROFILE;
    }

    @Override
    protected Map<String, Object> more() {
        return Map.of("safetyTolerance", "3");
    }

    @Override
    protected List<RenderRequest> samples() {
        return Samples.all();
    }

    @Test
    public void theReceiptHasTheSeedAndWhatItCost() {
        RenderResult one = provider().render(samples().get(0), new RecordingRenderSession());
        assertEquals(List.of(new RenderedImage(0, Optional.of(42L))), one.images());
        assertEquals(Optional.of(ID), one.vendorRequestId());
        assertCost("0.003", one);
        RenderResult two = provider().render(samples().get(1), new RecordingRenderSession());
        assertEquals(
                "one seed makes both",
                List.of(new RenderedImage(0, Optional.empty()), new RenderedImage(1, Optional.empty())),
                two.images());
        assertCost("0.100", two);
        assertCost("0.018", provider().render(samples().get(6), new RecordingRenderSession()));
    }

    private static void assertCost(String dollars, RenderResult result) {
        assertEquals(
                0,
                Money.of(dollars, "USD")
                        .amount()
                        .compareTo(result.cost().orElseThrow().amount()));
    }

    @Test
    public void saysHowFarItIs() {
        RecordingRenderSession session = new RecordingRenderSession();
        provider().render(samples().get(0), session);
        assertEquals(List.of(0.05, 0.1, 0.3, 0.9, 1.0), session.progressReports());
        assertEquals(List.of("fal-ai/flux/schnell " + ID), session.checkpoints());
    }

    @Test
    public void picturesThatTheCheckerTookAwayAreLeftOut() {
        vendor.play("flagged-some");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(dev(3).build(), session);
        assertEquals(1, result.images().size());
        assertEquals(1, session.outputs().size());
        assertTrue(vendor.received().stream().anyMatch(call -> call.path().equals("/files/b.png")));
        assertFalse(vendor.received().stream().anyMatch(call -> call.path().equals("/files/a.png")));
        assertCost("0.075", result);
    }

    @Test
    public void picturesThatAreAllTakenAwayAreARefusalAndPaid() {
        PlatformException e = refused("flagged", dev(2).build(), new RecordingRenderSession());
        assertEquals("content_refused", e.code());
        assertEquals("0.100", e.details().get("cost"));
        assertEquals("USD", e.details().get("currency"));
        assertEquals("764cabcf-b745-4b3e-ae38-1200304cf002", e.details().get("vendorRequestId"));
    }

    @Test
    public void whatFalSaysOfAnErrorIsKeptAndNobodysWordsAre() {
        Map<String, String> codes = new HashMap<>(Map.of(
                "too-large", "vendor_refused_request image_too_large false",
                "downstream", "vendor_unavailable downstream_service_error true",
                "final", "vendor_unavailable internal_server_error false",
                "request-timeout", "vendor_unavailable startup_timeout false",
                "cancelled-there", "vendor_unavailable client_cancelled true",
                "error-invalid", "vendor_refused_request less_than_equal false",
                "error-safety", "content_refused content_policy_violation false"));
        codes.forEach((recorded, wanted) -> {
            PlatformException e = refused(recorded, schnell().build(), new RecordingRenderSession());
            assertEquals(recorded, wanted, e.code() + " " + e.details().get("vendorError") + " " + e.retryable());
            assertFalse((e.getMessage() + e.details()).contains("lighthouse"));
        });
        assertTrue(refused("too-large", schnell().build(), new RecordingRenderSession())
                .getMessage()
                .contains("image_too_large"));
    }

    @Test
    public void anAccountThatIsLockedIsTheOperatorsMatter() {
        assertEquals("vendor_auth", code("error-locked"));
        assertEquals("vendor_quota", code("error-payment"));
    }

    @Test
    public void anAnswerThatMakesNoSenseIsAFailure() {
        for (String recorded : List.of("nameless", "empty", "inline")) {
            RecordingRenderSession session = new RecordingRenderSession();
            PlatformException e = refused(recorded, schnell().build(), session);
            assertEquals(recorded, "vendor_unavailable", e.code());
            assertTrue(session.outputs().isEmpty());
            assertEquals(
                    recorded, recorded.equals("nameless"), session.checkpoints().isEmpty());
        }
        assertEquals("vendor_unavailable", code("wordless"));
    }

    @Test
    public void aPictureAtAHostThatIsNotDeclaredIsNotFetched() {
        assertEquals("vendor_host_refused", code("host"));
    }

    private String code(String recorded) {
        return refused(recorded, schnell().build(), new RecordingRenderSession())
                .code();
    }

    private PlatformException refused(String recorded, RenderRequest request, RecordingRenderSession session) {
        vendor.play(recorded);
        return assertThrows(PlatformException.class, () -> provider().render(request, session));
    }

    @Test
    public void callsWhatTheOperatorNamed() {
        vendor.play("others");
        ImageModelProvider provider = provider(Map.of(
                "models",
                "owner/app/text-to-image=3, edits:fal-ai/nano-banana/edit=5, "
                        + "remove-background:workflows/ours/cutter/fast=1"));
        RenderResult generated = provider.render(
                SampleRequest.of("owner-app-text-to-image", Operation.GENERATE)
                        .prompt("a fox")
                        .size(512, 512)
                        .with("seed", 5L)
                        .build(),
                new RecordingRenderSession());
        assertCost("0.03", generated);
        provider.render(
                on("nano-banana-edit", Operation.EDIT)
                        .image(Samples.MASK)
                        .prompt("both")
                        .build(),
                new RecordingRenderSession());
        RecordingRenderSession session = new RecordingRenderSession();
        provider.render(
                on("workflows-ours-cutter-fast", Operation.REMOVE_BACKGROUND).build(), session);
        assertEquals(1, session.outputs().size());
    }
}
