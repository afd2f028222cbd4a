package org.image2ai.model.openai;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Rectangle;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.Egress;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.Price;
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

public class OpenAiProviderTest extends VendorProviderContract {
    private static final byte[] SQUARE = Pictures.png(Pictures.solid(64, 64, Color.RED));
    private static final byte[] MASK = Pictures.png(Pictures.mask(64, 64, new Rectangle(16, 16, 8, 8)));

    @Override
    protected ImageModelProvider provider(AccountSettings settings, Egress egress) {
        return new OpenAiProvider(settings, egress);
    }

    @Override
    protected VendorProfile profile() {
        return OpenAiProvider.PROFILE;
    }

    @Override
    protected String basePath() {
        return "/v1";
    }

    @Override
    protected Map<String, Object> more() {
        return Map.of("models", "gpt-image-1, gpt-image-1-mini, dall-e-2");
    }

    private static SampleRequest generate() {
        return SampleRequest.of("gpt-image-1", Operation.GENERATE)
                .prompt("a lighthouse in a storm")
                .size(1024, 1024);
    }

    @Override
    protected List<RenderRequest> samples() {
        List<RenderRequest> all = new ArrayList<>();
        all.add(generate().build());
        all.add(SampleRequest.of("gpt-image-1-mini", Operation.GENERATE)
                .prompt("a fox")
                .size(1024, 1536)
                .with("quality", "low")
                .with("background", "transparent")
                .with("outputFormat", "png")
                .count(2)
                .build());
        all.addAll(edits());
        all.add(SampleRequest.of("dall-e-2", Operation.GENERATE)
                .prompt("a fox")
                .size(512, 512)
                .build());
        all.add(SampleRequest.of("dall-e-2", Operation.VARIATION)
                .image(SQUARE)
                .size(256, 256)
                .count(2)
                .build());
        return all;
    }

    private static List<RenderRequest> edits() {
        List<RenderRequest> all = new ArrayList<>();
        all.add(SampleRequest.of("gpt-image-1", Operation.EDIT)
                .prompt("both in one room")
                .image(SQUARE)
                .image(Pictures.jpeg(Pictures.solid(64, 64, Color.BLUE)))
                .size(1024, 1024)
                .with("quality", "high")
                .with("inputFidelity", "high")
                .build());
        all.add(SampleRequest.of("gpt-image-1-mini", Operation.EDIT)
                .prompt("in winter")
                .image(SQUARE)
                .size(1024, 1024)
                .build());
        for (String model : List.of("gpt-image-1", "gpt-image-1-mini")) {
            all.add(SampleRequest.of(model, Operation.INPAINT)
                    .prompt("a boat")
                    .image(SQUARE)
                    .mask(MASK)
                    .size(1024, 1024)
                    .build());
        }
        return all;
    }

    @Test
    public void theCostIsThatOfTheTokens() {
        RenderResult result = provider().render(generate().build(), new RecordingRenderSession());
        // 10 of text at 5, 40 of pictures at 10 and 1,056 of output at 40 dollars a million.
        assertEquals(
                0,
                new BigDecimal("0.04269").compareTo(result.cost().orElseThrow().amount()));
        assertEquals(1_056L, result.details().get("output_tokens"));
    }

    @Test
    public void previewsComeAsTheyArePainted() {
        vendor.play("stream");
        RecordingRenderSession session = new RecordingRenderSession();
        session.wantPreviews(2);
        RenderResult result = provider().render(generate().build(), session);
        assertEquals(
                List.of("image/png", "image/png"),
                session.previews().stream()
                        .map(RecordingRenderSession.Preview::mediaType)
                        .toList());
        assertEquals(1024, Pictures.decode(session.outputs().get(0).bytes()).getWidth());
        assertEquals(1, result.images().size());
        assertEquals(Optional.of("req_stream"), result.vendorRequestId());
        assertTrue(result.cost().isPresent());
    }

    @Test
    public void aStreamCanEndInARefusal() {
        assertEquals("content_refused", streamed("stream-refused").code());
    }

    @Test
    public void aStreamThatEndsTooSoonIsAFailure() {
        PlatformException e = streamed("stream-truncated");
        assertEquals("vendor_unavailable", e.code());
        assertEquals("req_stream", e.details().get("vendorRequestId"));
    }

    private PlatformException streamed(String recorded) {
        vendor.play(recorded);
        RecordingRenderSession session = new RecordingRenderSession();
        session.wantPreviews(1);
        PlatformException e = assertThrows(
                PlatformException.class, () -> provider().render(generate().build(), session));
        assertTrue(session.outputs().isEmpty());
        return e;
    }

    @Test
    public void offersWhatIsLiveWhereTheOperatorNamesNothing() {
        vendor.play("models");
        assertEquals(
                List.of("gpt-image-2", "gpt-image-1-mini"),
                provider(Map.of("models", "")).models().stream()
                        .map(ImageModel::name)
                        .toList());
    }

    @Test
    public void everySizeAndQualityOfEveryModelHasAPrice() {
        String all = "gpt-image-2.6-sunburst, gpt-image-2.6-flare, gpt-image-2.5-sunburst, gpt-image-2.5-flare,"
                + " gpt-image-2, gpt-image-1.5, gpt-image-1, gpt-image-1-mini";
        List<ImageModel> models = provider(Map.of("models", all)).models();
        assertEquals(8, models.size());
        for (ImageModel model : models) {
            for (Operation operation : model.operations()) {
                Set<String> priced = new HashSet<>();
                model.prices().stream()
                        .filter(price ->
                                price.operation() == operation && !price.where().containsKey("inputFidelity"))
                        .forEach(price -> priced.add(
                                price.where().get("size") + " " + price.where().getOrDefault("quality", "usual")));
                Set<String> wanted = model.size().fixed().stream()
                        .flatMap(size -> List.of("low", "medium", "high", "usual").stream()
                                .map(quality -> size + " " + quality))
                        .collect(Collectors.toSet());
                assertEquals(model.name(), wanted, priced);
            }
            assertTrue(model.prices().stream().allMatch(price -> price.credits().signum() > 0));
        }
    }

    @Test
    public void theOperatorsPriceTakesThePlaceOfOurs() {
        ImageModel model =
                provider(Map.of("models", "gpt-image-1=7.5")).models().get(0);
        for (Price price : model.prices()) {
            assertEquals(new BigDecimal("7.5"), price.credits());
            assertTrue(price.cost().amount().signum() > 0);
        }
    }

    @Test
    public void aPersonIsKnownByAPseudonymOrNotAtAll() {
        provider(Map.of("userKey", "a-secret-of-the-operator"))
                .render(
                        SampleRequest.of("dall-e-2", Operation.GENERATE)
                                .prompt("a fox")
                                .size(512, 512)
                                .build(),
                        new RecordingRenderSession());
        String sent = new String(vendor.received().get(0).body(), StandardCharsets.UTF_8);
        assertTrue(sent, sent.matches(".*\"user\":\"[0-9a-f]{32}\".*"));
        assertFalse(sent, sent.contains("acc_ALICE"));
    }

    @Test
    public void refusesBeforehandWhatOpenAiWouldRefuse() {
        RequestCheck check = (RequestCheck) provider();
        for (SampleRequest wrong : List.of(
                SampleRequest.of("gpt-image-1", Operation.EDIT).prompt("x"),
                SampleRequest.of("gpt-image-1", Operation.INPAINT).prompt("x").image(SQUARE),
                generate().image(SQUARE),
                generate().with("background", "transparent").with("outputFormat", "jpeg"),
                SampleRequest.of("dall-e-2", Operation.GENERATE),
                SampleRequest.of("dall-e-2", Operation.VARIATION)
                        .image(Pictures.png(Pictures.solid(64, 32, Color.RED))))) {
            PlatformException e = assertThrows(PlatformException.class, () -> check.check(wrong.build()));
            assertEquals("unsupported_request", e.code());
            assertTrue(e.field().isPresent());
        }
    }

    @Test
    public void tellsWhatWasTakenInstead() {
        RenderResult result =
                provider().render(generate().with("background", "transparent").build(), new RecordingRenderSession());
        assertEquals(
                List.of(new ParameterOutcome("background", ParameterOutcome.Fate.CHANGED, "OpenAI took opaque.")),
                result.parameters());
    }

    @Test
    public void aWrongModerationIsNamed() {
        PlatformException e = assertThrows(PlatformException.class, () -> provider(Map.of("moderation", "none")));
        assertEquals(Optional.of("moderation"), e.field());
    }
}
