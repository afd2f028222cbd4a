package org.image2ai.model.google;

import static org.image2ai.model.google.Samples.edit;
import static org.image2ai.model.google.Samples.flash;
import static org.image2ai.model.google.Samples.generate;
import static org.image2ai.model.google.Samples.imagen;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

public class GoogleProviderTest extends VendorProviderContract {
    private static final String ALL = "gemini-3-pro-image, gemini-3.1-flash-image, gemini-3.1-flash-lite-image,"
            + " imagen-4.0-ultra-generate-001, imagen-4.0-generate-001, imagen-4.0-fast-generate-001";

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new GoogleProvider(settings, egress);
    }

    @Override
    protected VendorProfile profile() {
        return GoogleProvider.PROFILE;
    }

    @Override
    protected String basePath() {
        return "/v1beta";
    }

    @Override
    protected Map<String, Object> more() {
        return Map.of("models", ALL);
    }

    /** Gemini's answers have an id, its errors and Imagen's answers have none. */
    @Override
    protected boolean namesItsCalls() {
        return false;
    }

    @Override
    protected List<RenderRequest> samples() {
        return Samples.all();
    }

    @Test
    public void theCostIsThatOfTheTokens() {
        RenderResult result = provider().render(flash().build(), new RecordingRenderSession());
        // 10 in at 0.50, 10 words and 40 of thoughts at 3, 1,120 of picture at 60 dollars a million.
        assertEquals(
                0,
                new BigDecimal("0.067355").compareTo(result.cost().orElseThrow().amount()));
        assertEquals(Optional.of("resp-flash_1"), result.vendorRequestId());
        assertEquals("gemini-3.1-flash-image", result.details().get("model_version"));
    }

    @Test
    public void theCostOfSeveralPicturesIsTheirSum() {
        RenderResult result = provider()
                .render(
                        generate("gemini-3.1-flash-lite-image", 1584, 672)
                                .count(3)
                                .build(),
                        new RecordingRenderSession());
        assertEquals(3, result.images().size());
        assertEquals(
                0,
                new BigDecimal("0.100809").compareTo(result.cost().orElseThrow().amount()));
    }

    @Test
    public void ofAThinkingModelTheLastPictureCounts() {
        RecordingRenderSession session = new RecordingRenderSession();
        provider().render(generate("gemini-3-pro-image", 1696, 2528).build(), session);
        assertEquals(1, session.outputs().size());
        assertEquals(1696, Pictures.decode(session.outputs().get(0).bytes()).getWidth());
    }

    @Test
    public void whatIsThereIsKeptWhenAFurtherPictureIsRefused() {
        vendor.play("second-refused");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(flash().count(4).build(), session);
        assertEquals(1, result.images().size());
        assertEquals(Set.of(0), session.outputs().keySet());
        assertEquals(2, vendor.received().size());
    }

    @Test
    public void whatTheFiltersRefuseIsNotTriedAgain() {
        for (String recorded : List.of("finish-image-safety", "finish-prohibited", "finish-recitation")) {
            PlatformException e = refused(recorded, flash());
            assertEquals("content_refused", e.code());
            assertEquals("resp-" + recorded, e.details().get("vendorRequestId"));
            assertEquals("0.003005", e.details().get("cost"));
        }
        for (String recorded : List.of("imagen-filtered", "imagen-nothing", "imagen-words")) {
            assertEquals("content_refused", refused(recorded, imagen()).code());
        }
        assertEquals(
                "vendor_refused_request", refused("finish-language", flash()).code());
    }

    @Test
    public void anAnswerInWordsIsAFailureThatCostSomething() {
        for (String recorded : List.of("finish-no-image", "finish-words")) {
            PlatformException e = refused(recorded, flash());
            assertEquals("vendor_unavailable", e.code());
            assertTrue(e.retryable());
            assertEquals("0.003005", e.details().get("cost"));
        }
    }

    @Test
    public void imagenMayGiveFewer() {
        vendor.play("imagen-fewer");
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider().render(imagen().build(), session);
        assertEquals(1, result.images().size());
        assertEquals(Set.of(0), session.outputs().keySet());
    }

    @Test
    public void everyStatusMeansSomething() {
        Map<String, String> codes = Map.of(
                "error-denied", "vendor_auth",
                "error-unauthenticated", "vendor_auth",
                "error-location", "vendor_auth",
                "error-free-tier", "vendor_quota",
                "error-prepaid", "vendor_quota",
                "error-busy", "rate_limited",
                "error-deadline", "vendor_unavailable",
                "error-internal", "vendor_unavailable",
                "error-array", "vendor_unavailable");
        codes.forEach((recorded, code) ->
                assertEquals(recorded, code, refused(recorded, flash()).code()));
        assertEquals("9f3c1d7a5b", refused("error-internal", flash()).details().get("vendorRequestId"));
        assertEquals(
                Optional.of(Duration.ofNanos(34_074_824_224L)),
                refused("error-rate-limit", flash()).retryAfter());
        String invalid = refused("error-invalid", flash()).getMessage();
        assertTrue(invalid, invalid.contains("generation_config.image_config"));
    }

    private PlatformException refused(String recorded, SampleRequest request) {
        vendor.play(recorded);
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e =
                assertThrows(PlatformException.class, () -> provider().render(request.build(), session));
        assertTrue(session.outputs().isEmpty());
        return e;
    }

    @Test
    public void offersWhatIsLiveWhereTheOperatorNamesNothing() {
        vendor.play("models");
        assertEquals(
                List.of("gemini-3.1-flash-image", "imagen-4.0-fast-generate-001"),
                names(provider(Map.of("models", ""))));
        vendor.play("models-unknown");
        assertEquals(
                List.of("gemini-3-pro-image", "gemini-3.1-flash-image", "gemini-3.1-flash-lite-image"),
                names(provider(Map.of("models", ""))));
    }

    private static List<String> names(ImageModelProvider provider) {
        return provider.models().stream().map(ImageModel::name).toList();
    }

    @Test
    public void everySizeHasAPrice() {
        for (ImageModel model : provider().models()) {
            Set<String> priced = new HashSet<>();
            model.prices().stream()
                    .filter(price -> price.operation() == Operation.GENERATE)
                    .forEach(price -> priced.add(price.where().getOrDefault("size", "any")));
            model.size()
                    .fixed()
                    .forEach(size -> assertTrue(
                            model.name() + " " + size, priced.contains("any") || priced.contains(size.toString())));
        }
        assertEquals(40, provider().models().get(1).size().fixed().size());
    }

    @Test
    public void theFiltersAreAsStrictAsTheOperatorWants() {
        vendor.play("strict");
        provider(Map.of("safetyThreshold", "BLOCK_LOW_AND_ABOVE"))
                .render(flash().build(), new RecordingRenderSession());
        PlatformException e = assertThrows(PlatformException.class, () -> provider(Map.of("safetyThreshold", "lax")));
        assertEquals(Optional.of("safetyThreshold"), e.field());
    }

    @Test
    public void refusesBeforehandWhatMakesNoSense() {
        RequestCheck check = (RequestCheck) provider();
        for (SampleRequest wrong : List.of(
                flash().image(Samples.SQUARE),
                SampleRequest.of("gemini-3.1-flash-image", Operation.EDIT).prompt("x"))) {
            PlatformException e = assertThrows(PlatformException.class, () -> check.check(wrong.build()));
            assertEquals("unsupported_request", e.code());
            assertEquals(Optional.of("inputs"), e.field());
        }
        check.check(edit("gemini-3-pro-image", 1024, 1024).build());
    }
}
