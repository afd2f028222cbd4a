package org.image2ai.model.replicate;

import static org.image2ai.model.replicate.Samples.SMALL;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.kit.vendor.AccountSettings;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.vendor.RecordedHttp;
import org.junit.Rule;
import org.junit.Test;

/** Models that an operator names and Replicate describes. */
public class DescribedModelsTest {
    private static final String VERSION = "f121d640bd286e1fdc67f9799164c1d5be36ff74576ee11c803ae5b665dd46aa";
    private static final String SDXL = "stability-ai/sdxl=1.5";
    private static final String ESRGAN = "nightmareai/real-esrgan:" + VERSION + "@upscale=0.4";
    private static final String ALL = "flux-schnell, " + SDXL + ", google/nano-banana=6, " + ESRGAN;

    @Rule
    public final RecordedHttp vendor = new RecordedHttp(getClass());

    private ImageModelProvider provider(String models) {
        Map<String, Object> configuration = new HashMap<>(Map.of(
                "service.pid", "test~main",
                "apiKey", "key-of-the-test-account",
                "baseUrl", vendor.baseUrl(),
                "models", models,
                "egress.allowPrivate", "true"));
        return new ReplicateProvider(
                AccountSettings.of(configuration, ReplicateProvider.PROFILE), vendor.egress(), Duration.ofMillis(20));
    }

    private Map<String, ImageModel> models(String models) {
        return provider(models).models().stream().collect(Collectors.toMap(ImageModel::name, model -> model));
    }

    @Test
    public void areOfferedAsTheyDescribeThemselves() {
        vendor.play("described");
        Map<String, ImageModel> models = models(ALL);
        assertEquals(Set.of("flux-schnell", "sdxl", "nano-banana", "real-esrgan"), models.keySet());
        ImageModel sdxl = models.get("sdxl");
        assertEquals(Set.of(Operation.GENERATE), sdxl.operations());
        assertEquals(InputLimits.promptOnly(ReplicateModel.LONGEST_PROMPT), sdxl.inputs());
        assertEquals(SizeLimits.range(256, 1_536, 8, new Size(1_024, 1_024)), sdxl.size());
        assertEquals(4, sdxl.maxCount());
        ImageModel nano = models.get("nano-banana");
        assertEquals(Set.of(Operation.GENERATE, Operation.EDIT), nano.operations());
        assertEquals(0, nano.inputs().minImages());
        assertEquals(4, nano.inputs().maxImages());
        assertTrue(nano.size().follows());
        ImageModel esrgan = models.get("real-esrgan");
        assertEquals(Set.of(Operation.UPSCALE), esrgan.operations());
        assertEquals(0, esrgan.inputs().maxPromptCharacters());
    }

    @Test
    public void nobodyIsOfferedASecretAnAddressOrASafetySwitch() {
        vendor.play("described");
        Map<String, ImageModel> models = models(ALL);
        assertEquals(
                List.of("negativePrompt", "scheduler", "steps", "guidance", "applyWatermark", "seed"),
                models.get("sdxl").parameters().stream()
                        .map(ParameterSpec::name)
                        .toList());
        ParameterSpec steps = models.get("sdxl").parameters().get(2);
        assertEquals(Optional.of(500.0), steps.max());
        assertEquals(
                List.of(List.of("match_input_image", "1:1", "16:9"), List.of("jpeg", "png")),
                models.get("nano-banana").parameters().stream()
                        .map(ParameterSpec::choices)
                        .toList());
        models.values().forEach(model -> model.parameters()
                .forEach(spec -> assertFalse(spec.name(), spec.description().isBlank())));
    }

    @Test
    public void costWhatTheOperatorSays() {
        vendor.play("described");
        Price price = models(ALL).get("sdxl").prices().get(0);
        assertEquals(new BigDecimal("1.5"), price.credits());
        assertEquals(Money.of("0.015", "USD"), price.cost());
    }

    @Test
    public void aVersionIsCalledAsItDescribesItself() {
        vendor.play("described");
        ImageModelProvider provider = provider(ALL);
        RenderRequest fox = SampleRequest.of("sdxl", Operation.GENERATE)
                .prompt("a fox")
                .size(1_152, 896)
                .count(2)
                .with("steps", 30L)
                .with("guidance", 6.5)
                .with("scheduler", "DDIM")
                .with("applyWatermark", false)
                .build();
        RecordingRenderSession session = new RecordingRenderSession();
        assertEquals(Optional.of("sdxlsdxlsdxl"), provider.render(fox, session).vendorRequestId());
        assertEquals(2, session.outputs().size());
        RenderRequest upscale = SampleRequest.of("real-esrgan", Operation.UPSCALE)
                .image(SMALL)
                .with("scale", 2.0)
                .with("faceEnhance", true)
                .build();
        assertEquals("esrganesrgan", rendered(provider, upscale));
    }

    @Test
    public void anOfficialModelTakesSeveralPictures() {
        vendor.play("described");
        SampleRequest edit = SampleRequest.of("nano-banana", Operation.EDIT)
                .prompt("both")
                .with("aspectRatio", "16:9")
                .with("outputFormat", "jpeg");
        PlatformException e = assertThrows(PlatformException.class, () -> rendered(provider(ALL), edit.build()));
        assertEquals("unsupported_request", e.code());
        RenderRequest both = edit.image(SMALL).image(SMALL).build();
        assertEquals("nanonanonano", rendered(provider(ALL), both));
    }

    private static String rendered(ImageModelProvider provider, RenderRequest request) {
        return provider.render(request, new RecordingRenderSession())
                .vendorRequestId()
                .orElseThrow();
    }

    @Test
    public void stayAsTheyWereWhenTheyCannotBeLookedUp() {
        ImageModelProvider provider = provider("flux-schnell, " + SDXL);
        for (String recorded : List.of("described-down", "described-gone", "described-nothing")) {
            vendor.play(recorded);
            assertEquals(recorded, List.of("flux-schnell"), names(provider));
        }
        vendor.play("described");
        assertEquals(List.of("flux-schnell", "sdxl"), names(provider));
        vendor.play("described-down");
        assertEquals(List.of("flux-schnell", "sdxl"), names(provider));
    }

    private static List<String> names(ImageModelProvider provider) {
        return provider.models().stream().map(ImageModel::name).toList();
    }

    @Test
    public void aRenderingSaysWhyOneCannotBeLookedUp() {
        vendor.play("described-down");
        RenderRequest request =
                SampleRequest.of("sdxl", Operation.GENERATE).prompt("a fox").build();
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider(SDXL).render(request, new RecordingRenderSession()));
        assertEquals("vendor_unavailable", e.code());
        assertTrue(e.retryable());
    }

    @Test
    public void oneThatTakesNoPictureOrMaskCannotWorkOnIt() {
        vendor.play("described-no-picture");
        assertEquals(Map.of(), models("stability-ai/sdxl@upscale=2"));
        vendor.play("described");
        assertEquals(Map.of(), models(ESRGAN.replace("upscale", "inpaint")));
        vendor.play("described-no-picture");
        assertEquals(Set.of("sdxl"), models(SDXL).keySet());
    }

    @Test
    public void aListThatMakesNoSenseIsRefused() {
        for (String wrong : List.of(
                "flux-schnel",
                "stability-ai/sdxl",
                "stability-ai/sdxl@paint=2",
                "stability-ai/sdxl:latest=2",
                "../account=2",
                "stability-ai/sdxl=1, somebody/sdxl=2",
                "flux-schnell, black-forest-labs/flux-schnell=2")) {
            PlatformException e = assertThrows(wrong, PlatformException.class, () -> provider(wrong));
            assertEquals(wrong, Optional.of("models"), e.field());
        }
    }
}
