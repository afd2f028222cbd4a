package org.image2ai.model.replicate;

import static org.image2ai.model.replicate.Samples.lighthouse;
import static org.image2ai.model.replicate.Samples.on;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

public class ReplicateProviderTest extends VendorProviderContract {
    private static final String ID = "8r5f2scha1rm80cjy8vb2t1q5c";

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new ReplicateProvider(settings, egress, Duration.ofMillis(20));
    }

    @Override
    protected VendorProfile profile() {
        return ReplicateProvider.PROFILE;
    }

    @Override
    protected List<RenderRequest> samples() {
        return Samples.all();
    }

    /** Only a prediction has an id. */
    @Override
    protected boolean namesItsCalls() {
        return false;
    }

    @Test
    public void theReceiptHasThePredictionAndHowLongItTook() {
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(samples().get(0), session);
        assertEquals(Optional.of(ID), result.vendorRequestId());
        assertEquals(Map.of("predictSeconds", 0.84), result.details());
        assertEquals(List.of(ID), session.checkpoints());
    }

    @Test
    public void onlyASinglePictureHasTheSeed() {
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult two = provider().render(samples().get(1), session);
        assertEquals(
                List.of(new RenderedImage(0, Optional.empty()), new RenderedImage(1, Optional.empty())), two.images());
        assertEquals(2, session.outputs().size());
        RenderResult one = provider().render(samples().get(2), new RecordingRenderSession());
        assertEquals(List.of(new RenderedImage(0, Optional.of(5L))), one.images());
    }

    @Test
    public void anAspectRatioStandsForEachSize() {
        provider().models().stream()
                .flatMap(model -> model.size().fixed().stream())
                .forEach(
                        size -> assertTrue(size.toString(), AspectRatio.of(size).isPresent()));
    }

    @Test
    public void aRateLimitLastsAsLongAsReplicateSays() {
        Map<String, Duration> pauses = Map.of(
                "error-rate-limit", Duration.ofSeconds(30),
                "error-retry-after", Duration.ofSeconds(7),
                "error-throttled", Duration.ofMinutes(1));
        pauses.forEach((recorded, pause) -> {
            PlatformException e = refused(recorded);
            assertEquals("rate_limited", e.code());
            assertEquals(Optional.of(pause), e.retryAfter());
        });
    }

    @Test
    public void whatIsWrongIsNamedAndNotQuoted() {
        PlatformException e = refused("error-invalid");
        assertTrue(e.getMessage(), e.getMessage().contains("input.aspect_ratio"));
        assertFalse(e.getMessage(), e.getMessage().contains("lighthouse"));
        assertEquals("vendor_auth", refused("error-forbidden").code());
        assertEquals("vendor_gone", refused("error-version").code());
    }

    @Test
    public void whatAModelSaysOfItsFailureIsUnderstoodAndNotQuoted() {
        Map<String, String> codes = Map.of(
                "error-safety", "content_refused",
                "failed-sensitive", "content_refused",
                "failed-invalid", "vendor_refused_request",
                "failed-memory", "vendor_unavailable",
                "failed-canceled", "vendor_unavailable",
                "failed-aborted", "vendor_unavailable",
                "failed-empty", "vendor_unavailable");
        codes.forEach((recorded, code) -> {
            PlatformException e = refused(recorded);
            assertEquals(recorded, code, e.code());
            assertEquals(recorded, code.equals("vendor_unavailable"), e.retryable());
            assertEquals(recorded, ID, e.details().get("vendorRequestId"));
            assertFalse(e.toString(), e.toString().contains("lighthouse"));
        });
        assertTrue(refused("failed-memory").getMessage().contains("E1001"));
    }

    @Test
    public void aPictureIsFetchedFromDeclaredHostsOnly() {
        assertEquals("vendor_host_refused", refused("failed-inside").code());
        assertEquals("vendor_unavailable", refused("failed-file").code());
    }

    @Test
    public void anIdThatIsAPathIsNotFollowed() {
        RecordingRenderSession session = new RecordingRenderSession();
        vendor.play("error-nameless");
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider().render(lighthouse().build(), session));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(session.checkpoints().isEmpty());
        assertEquals(1, vendor.received().size());
    }

    private PlatformException refused(String recorded) {
        vendor.play(recorded);
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(recorded, PlatformException.class, () -> provider()
                .render(lighthouse().build(), session));
        assertTrue(session.outputs().isEmpty());
        return e;
    }

    @Test
    public void refusesBeforehandWhatReplicateCannotWorkOn() {
        RenderRequest good = on("flux-kontext-pro", Operation.EDIT).prompt("x").build();
        RequestCheck check = (RequestCheck) provider();
        check.check(good);
        RenderInput small = good.inputs().get(0);
        RenderInput endless = new RenderInput(
                RenderInput.Role.IMAGE, "image/png", small.width(), small.height(), 100_000_001, small.content());
        for (List<RenderInput> inputs : List.of(List.of(endless), List.<RenderInput>of())) {
            RenderRequest wrong = new RenderRequest(
                    good.context(),
                    good.model(),
                    good.operation(),
                    good.prompt(),
                    inputs,
                    good.size(),
                    good.parameters(),
                    good.count(),
                    good.idempotencyKey());
            PlatformException e = assertThrows(PlatformException.class, () -> check.check(wrong));
            assertEquals("unsupported_request", e.code());
            assertEquals(Optional.of("inputs"), e.field());
        }
    }

    @Test
    public void aCreditIsACent() {
        for (ImageModel model : provider().models()) {
            assertEquals(1, model.prices().size());
            BigDecimal dollars = model.prices().get(0).cost().amount();
            assertEquals(
                    0, dollars.movePointRight(2).compareTo(model.prices().get(0).credits()));
        }
        List<ImageModel> chosen =
                provider(Map.of("models", "flux-dev=9, flux-schnell")).models();
        assertEquals(
                List.of("flux-dev", "flux-schnell"),
                chosen.stream().map(ImageModel::name).toList());
        assertEquals(new BigDecimal("9"), chosen.get(0).prices().get(0).credits());
    }
}
