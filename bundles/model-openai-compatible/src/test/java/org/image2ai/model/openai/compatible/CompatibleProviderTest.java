package org.image2ai.model.openai.compatible;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RequestCheck;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.kit.vendor.VendorProfile;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.vendor.ReceivedRequest;
import org.image2ai.tck.vendor.VendorProviderContract;
import org.junit.Test;

public class CompatibleProviderTest extends VendorProviderContract {
    private static final String NAME = "stabilityai-sdxl-turbo";
    private static final byte[] PICTURE = Pictures.png(Pictures.solid(64, 48, Color.RED));
    private static final byte[] MASK = Pictures.png(Pictures.mask(64, 48, new Rectangle(16, 16, 8, 8)));

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new CompatibleProvider(settings, egress);
    }

    @Override
    protected VendorProfile profile() {
        return CompatibleProvider.PROFILE;
    }

    @Override
    protected String basePath() {
        return "/v1";
    }

    @Override
    protected Map<String, Object> more() {
        return Map.of(
                "models", "stabilityai/SDXL-Turbo=0.5",
                "operations", "generate, edit, inpaint, variation",
                "sizes", "512x512, 768x512",
                "parameters", "seed, steps=steps");
    }

    private static SampleRequest generate() {
        return SampleRequest.of(NAME, Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(512, 512)
                .with("seed", 7L)
                .with("steps", 4L);
    }

    @Override
    protected List<RenderRequest> samples() {
        return List.of(
                generate().build(),
                SampleRequest.of(NAME, Operation.EDIT)
                        .prompt("in winter")
                        .image(PICTURE)
                        .size(512, 512)
                        .count(2)
                        .build(),
                SampleRequest.of(NAME, Operation.INPAINT)
                        .prompt("a boat")
                        .image(PICTURE)
                        .mask(MASK)
                        .size(512, 512)
                        .build(),
                SampleRequest.of(NAME, Operation.VARIATION)
                        .image(PICTURE)
                        .size(512, 512)
                        .build());
    }

    @Test
    public void picturesWithAnAddressAreFetchedAtOnce() {
        RecordingRenderSession session = new RecordingRenderSession();
        provider().render(samples().get(1), session);
        assertEquals("image/png", session.outputs().get(0).mediaType());
        assertEquals(
                "it looks and does not believe",
                "image/jpeg",
                session.outputs().get(1).mediaType());
    }

    @Test
    public void anAddressElsewhereIsNotCalled() {
        vendor.play("elsewhere");
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider().render(generate().build(), session));
        assertEquals("vendor_host_refused", e.code());
        assertFalse(e.retryable());
    }

    @Test
    public void aPictureThatBreaksOffLeavesNothing() {
        vendor.play("download-truncated");
        RecordingRenderSession session = new RecordingRenderSession();
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider().render(generate().build(), session));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(session.outputs().isEmpty());
    }

    @Test
    public void asksTheServerForItsModelsAndSendsNoKeyWhereThereIsNone() {
        vendor.play("models");
        ImageModelProvider provider = provider(
                Map.of("models", "", "creditsPerImage", "1", "apiKey", "", "responseFormat", "none", "operations", ""));
        List<ImageModel> models = provider.models();
        assertEquals(
                List.of(NAME, "flux.1-dev"),
                models.stream().map(ImageModel::name).toList());
        RenderResult result = provider.render(
                SampleRequest.of("flux.1-dev", Operation.GENERATE)
                        .prompt("a fox")
                        .size(512, 512)
                        .build(),
                new RecordingRenderSession());
        assertEquals(1, result.images().size());
        assertTrue(vendor.received().stream()
                .map(ReceivedRequest::headers)
                .noneMatch(headers -> headers.containsKey("authorization")));
    }

    @Test
    public void aModelWithoutAPriceIsRefusedWithWords() {
        for (Map<String, Object> unpriced :
                List.<Map<String, Object>>of(Map.of("models", ""), Map.of("models", "a=1, b"))) {
            PlatformException e = assertThrows(PlatformException.class, () -> provider(unpriced));
            assertEquals("invalid_setting", e.code());
            assertTrue(
                    e.getMessage(),
                    e.getMessage().contains("price") || e.getMessage().contains("has one"));
        }
    }

    @Test
    public void theOperatorSaysWhatItCosts() {
        Price price = provider(Map.of("models", "a", "creditsPerImage", "2", "costPerImage", "0.003"))
                .models()
                .get(0)
                .prices()
                .get(0);
        assertEquals(new BigDecimal("2"), price.credits());
        assertEquals(new BigDecimal("0.003"), price.cost().amount());
    }

    @Test
    public void isLocalWhenTheOperatorSaysSo() {
        AccountSettings settings = AccountSettings.of(
                Map.of(
                        "baseUrl",
                        "http://10.0.0.7:8080/v1",
                        "egress.allowPrivate",
                        true,
                        "local",
                        "true",
                        "models",
                        "a=1"),
                CompatibleProvider.PROFILE);
        assertTrue(settings.account().local());
        assertEquals(
                "local",
                new CompatibleProvider(settings, vendor.egress())
                        .models()
                        .get(0)
                        .region());
    }

    @Test
    public void namesTheKeyThatIsWrong() {
        Map<String, String> wrong = Map.of(
                "operations", "upscale",
                "sizes", "big",
                "parameters", "sampler",
                "responseFormat", "png",
                "maxCount", "99",
                "models", "a/b=1, a:b=1");
        wrong.forEach((key, text) -> {
            PlatformException e = assertThrows(key, PlatformException.class, () -> provider(Map.of(key, text)));
            assertEquals(Optional.of(key), e.field());
        });
    }

    @Test
    public void refusesBeforehandWhatNoServerCanDo() {
        RequestCheck check = (RequestCheck) provider();
        for (SampleRequest wrong : List.of(
                generate().image(PICTURE),
                SampleRequest.of(NAME, Operation.EDIT).prompt("x"),
                SampleRequest.of(NAME, Operation.EDIT).image(PICTURE),
                SampleRequest.of(NAME, Operation.INPAINT).prompt("x").image(PICTURE),
                SampleRequest.of(NAME, Operation.VARIATION).prompt("x").image(PICTURE))) {
            assertEquals(
                    "unsupported_request",
                    assertThrows(PlatformException.class, () -> check.check(wrong.build()))
                            .code());
        }
    }
}
