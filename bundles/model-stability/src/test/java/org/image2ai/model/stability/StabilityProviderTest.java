package org.image2ai.model.stability;

import static org.image2ai.model.stability.Samples.creative;
import static org.image2ai.model.stability.Samples.on;
import static org.image2ai.model.stability.Samples.ultra;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

public class StabilityProviderTest extends VendorProviderContract {
    private static final String ID = "a6dc6c6e20acda010fe14d71f180658f2896ed9b4ec25aa99a6ff06c796987c4";

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new StabilityProvider(settings, egress, Duration.ofMillis(20));
    }

    @Override
    protected VendorProfile profile() {
        return StabilityProvider.PROFILE;
    }

    @Override
    protected List<RenderRequest> samples() {
        return Samples.all();
    }

    @Test
    public void eachOfSeveralPicturesHasItsOwnSeed() {
        RenderResult result = provider().render(samples().get(1), new RecordingRenderSession());
        assertEquals(
                List.of(new RenderedImage(0, Optional.of(7L)), new RenderedImage(1, Optional.of(8L))), result.images());
    }

    @Test
    public void whatIsThereIsKeptWhenAFurtherPictureIsRefused() {
        vendor.play("second-refused");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result =
                provider().render(ultra().with("seed", 5L).count(3).build(), session);
        assertEquals(List.of(new RenderedImage(0, Optional.of(5L))), result.images());
        assertEquals(1, session.outputs().size());
        assertEquals(2, vendor.received().size());
    }

    @Test
    public void aGenerationIsWaitedForThroughFailuresOfTheResults() {
        vendor.play("creative");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(creative().build(), session);
        assertEquals(List.of(ID), session.checkpoints());
        assertEquals(512, Pictures.decode(session.outputs().get(0).bytes()).getWidth());
        assertEquals(List.of(new RenderedImage(0, Optional.of(99L))), result.images());
        assertEquals(6, vendor.received().size());
    }

    @Test
    public void aGenerationThatWasStartedIsNotStartedAgain() {
        vendor.play("creative-resumed");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(ID);
        provider().render(creative().build(), session);
        assertTrue(
                vendor.received().stream().allMatch(request -> request.method().equals("GET")));
        assertEquals(1, session.outputs().size());
    }

    @Test
    public void aResultThatExpiredIsGone() {
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(ID);
        PlatformException e = refused("creative-expired", creative().build(), session);
        assertEquals("vendor_gone", e.code());
        assertEquals("2bca35116bc5431d6dc4b4ea2ef3da2f", e.details().get("vendorRequestId"));
    }

    @Test
    public void endsSoonWhenAGenerationIsNotWantedAnyMore() throws Exception {
        vendor.play("creative-endless");
        RecordingRenderSession session = new RecordingRenderSession();
        session.checkpoint(ID);
        ImageModelProvider provider = provider();
        CompletableFuture<RenderResult> rendering =
                CompletableFuture.supplyAsync(() -> provider.render(creative().build(), session));
        vendor.awaitRequest();
        session.cancel();
        ExecutionException e = assertThrows(ExecutionException.class, () -> rendering.get(10, TimeUnit.SECONDS));
        assertEquals("cancelled", ((PlatformException) e.getCause()).code());
    }

    @Test
    public void aGenerationThatTakesTooLongIsGivenUp() {
        vendor.play("creative-endless");
        ImageModelProvider provider = provider(Map.of("timeoutSeconds", "1"));
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider.render(creative().build(), new RecordingRenderSession()));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
    }

    @Test
    public void aResultIsNotFetchedFromInsideOurNetwork() {
        PlatformException e = refused("creative-redirect", creative().build(), new RecordingRenderSession());
        assertEquals("vendor_host_refused", e.code());
    }

    @Test
    public void anIdThatIsAPathIsNotFollowed() {
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = refused("creative-nameless", creative().build(), session);
        assertEquals("vendor_unavailable", e.code());
        assertTrue(session.checkpoints().isEmpty());
    }

    @Test
    public void aPictureThatWasBlurredIsARefusal() {
        for (String recorded : List.of("error-filtered", "error-public-figure")) {
            RecordingRenderSession session = new RecordingRenderSession();
            assertEquals(
                    "content_refused",
                    refused(recorded, ultra().build(), session).code());
            assertTrue(session.outputs().isEmpty());
        }
        PlatformException e = refused("creative-filtered", creative().build(), new RecordingRenderSession());
        assertEquals("content_refused", e.code());
        assertEquals("creative-blurred", e.details().get("vendorRequestId"));
        assertEquals("0.60", e.details().get("cost"));
    }

    @Test
    public void whatIsWrongIsNamedAndNotQuoted() {
        String invalid = refused("error-invalid", ultra().build(), new RecordingRenderSession())
                .getMessage();
        assertTrue(invalid, invalid.contains("aspect_ratio"));
        PlatformException language = refused("error-language", ultra().build(), new RecordingRenderSession());
        assertEquals("vendor_refused_request", language.code());
        assertTrue(language.getMessage(), language.getMessage().contains("invalid_language"));
        assertEquals(
                "vendor_refused_request",
                refused("error-too-large", ultra().build(), new RecordingRenderSession())
                        .code());
        assertEquals(
                "vendor_auth",
                refused("error-forbidden", ultra().build(), new RecordingRenderSession())
                        .code());
    }

    private PlatformException refused(String recorded, RenderRequest request, RecordingRenderSession session) {
        vendor.play(recorded);
        return assertThrows(PlatformException.class, () -> provider().render(request, session));
    }

    @Test
    public void refusesBeforehandWhatStabilityWouldRefuse() {
        byte[] narrow = Pictures.png(Pictures.solid(300, 100, Color.RED));
        byte[] tiny = Pictures.png(Pictures.solid(32, 64, Color.RED));
        RequestCheck check = (RequestCheck) provider();
        for (SampleRequest wrong : List.of(
                on("outpaint", Operation.OUTPAINT).with("left", 0L),
                SampleRequest.of("outpaint", Operation.OUTPAINT).image(narrow).with("up", 8L),
                SampleRequest.of("inpaint", Operation.INPAINT)
                        .prompt("x")
                        .image(tiny)
                        .mask(Samples.MASK),
                SampleRequest.of("upscale-fast", Operation.UPSCALE)
                        .image(Pictures.png(Pictures.solid(1600, 40, Color.RED))),
                on("search-and-replace", Operation.EDIT).prompt("x"),
                on("search-and-recolor", Operation.EDIT).prompt("x").with("selectPrompt", " "))) {
            PlatformException e = assertThrows(PlatformException.class, () -> check.check(wrong.build()));
            assertEquals("unsupported_request", e.code());
            assertTrue(e.field().isPresent());
        }
        check.check(
                SampleRequest.of("upscale-fast", Operation.UPSCALE).image(tiny).build());
    }

    @Test
    public void aCreditIsACent() {
        for (ImageModel model : provider().models()) {
            assertEquals(1, model.prices().size());
            BigDecimal dollars = model.prices().get(0).cost().amount();
            assertEquals(
                    0, dollars.movePointRight(2).compareTo(model.prices().get(0).credits()));
        }
        assertEquals(
                new BigDecimal("9"),
                provider(Map.of("models", "sd3.5-medium=9"))
                        .models()
                        .get(0)
                        .prices()
                        .get(0)
                        .credits());
    }

    @Test
    public void everySizeIsMadeByARatio() {
        for (ImageModel model : provider().models()) {
            model.size()
                    .fixed()
                    .forEach(size -> assertTrue(
                            model.name() + " " + size, AspectRatio.of(size).isPresent()));
        }
    }
}
