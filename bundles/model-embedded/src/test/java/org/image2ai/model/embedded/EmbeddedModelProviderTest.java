package org.image2ai.model.embedded;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.api.model.ImageModelProvider;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.SizeLimits.Size;
import org.image2ai.tck.model.ImageModelProviderContract;
import org.image2ai.tck.model.RecordingRenderSession;
import org.image2ai.tck.model.SampleRequest;
import org.image2ai.tck.pictures.Pictures;
import org.junit.After;
import org.junit.Test;

public class EmbeddedModelProviderTest extends ImageModelProviderContract {
    private static final int CONTINUED = 10;

    private final EmbeddedModelProvider provider = new EmbeddedModelProvider(EmbeddedModels.all(), () -> {});

    @Override
    protected ImageModelProvider provider() {
        return provider;
    }

    @Override
    protected List<RenderRequest> samples() {
        Stream<RenderRequest> upscales = Stream.of(
                        "enhance-x2", "enhance-x4", "enhance-anime-x4", "faithful-x2", "faithful-x4")
                .map(EmbeddedModelProviderTest::upscale);
        return Stream.concat(others(), upscales).toList();
    }

    private static RenderRequest upscale(String model) {
        return SampleRequest.of(model, Operation.UPSCALE)
                .image(Pictures.png(Pictures.gradient(37, 53)))
                .with("scale", scale(model))
                .build();
    }

    private static long scale(String model) {
        return model.endsWith("x2") ? 2 : 4;
    }

    private static Stream<RenderRequest> others() {
        return Stream.of(
                SampleRequest.of("illustrator", Operation.GENERATE)
                        .prompt("a red fox in a snowy forest at night")
                        .size(320, 256)
                        .with("seed", 7L)
                        .count(2)
                        .build(),
                SampleRequest.of("editor", Operation.EDIT)
                        .image(Pictures.png(Pictures.gradient(48, 40)))
                        .prompt("make it warmer and write 'hi' at the top")
                        .with("seed", 7L)
                        .build(),
                SampleRequest.of("editor", Operation.INPAINT)
                        .image(Pictures.png(Pictures.gradient(48, 40)))
                        .mask(Pictures.png(Pictures.mask(48, 40, new Rectangle(10, 10, 12, 12))))
                        .build(),
                SampleRequest.of("editor", Operation.OUTPAINT)
                        .image(Pictures.png(Pictures.gradient(48, 40)))
                        .with("left", (long) CONTINUED)
                        .build(),
                SampleRequest.of("editor", Operation.REMOVE_BACKGROUND)
                        .image(Pictures.png(Pictures.mask(64, 48, new Rectangle(20, 14, 24, 20))))
                        .build(),
                SampleRequest.of("inpaint", Operation.INPAINT)
                        .image(Pictures.png(Pictures.gradient(48, 40)))
                        .mask(Pictures.png(Pictures.mask(48, 40, new Rectangle(10, 10, 12, 12))))
                        .build());
    }

    @Override
    protected Optional<Size> expectedSize(RenderRequest request) {
        if (request.operation() == Operation.GENERATE) {
            return super.expectedSize(request);
        }
        RenderInput input = request.inputs().get(0);
        int scale = request.operation() == Operation.UPSCALE ? (int) scale(request.model()) : 1;
        int continued = request.operation() == Operation.OUTPAINT ? CONTINUED : 0;
        return Optional.of(new Size(scale * input.width() + continued, scale * input.height()));
    }

    @After
    public void close() {
        provider.close();
    }

    @Override
    protected Optional<RenderRequest> refused() {
        return Optional.of(SampleRequest.of("no-such-model", Operation.GENERATE)
                .prompt("a fox")
                .build());
    }

    @Test
    public void reportsTheSeedItChoseWhenNoneWasAsked() {
        RenderRequest request = SampleRequest.of("illustrator", Operation.GENERATE)
                .prompt("a cat")
                .size(256, 256)
                .build();
        RenderResult one = provider.render(request, new RecordingRenderSession());
        RenderResult other = provider.render(request, new RecordingRenderSession());
        assertNotEquals(one.images().get(0).seed(), other.images().get(0).seed());
    }

    @Test
    public void variationsKeepTheSeedAndDiffer() {
        RenderRequest request = SampleRequest.of("illustrator", Operation.GENERATE)
                .prompt("three cats in a park, watercolor")
                .size(256, 256)
                .with("seed", 5L)
                .with("variation", 1L)
                .with("vary", "arrangement")
                .count(2)
                .build();
        RecordingRenderSession session = new RecordingRenderSession();
        RenderResult result = provider.render(request, session);
        assertEquals(Optional.of(5L), result.images().get(0).seed());
        assertEquals(Optional.of(5L), result.images().get(1).seed());
        List<?> scenes = (List<?>) result.details().get("scenes");
        assertEquals("watercolour", ((Map<?, ?>) scenes.get(0)).get("style"));
        assertNotEquals(((Map<?, ?>) scenes.get(0)).get("drawn"), ((Map<?, ?>) scenes.get(1)).get("drawn"));
    }

    @Test
    public void saysInTheReceiptWhatWasDrawnAndWhatWasNotUnderstood() {
        RenderRequest request = SampleRequest.of("illustrator", Operation.GENERATE)
                .prompt("a quixotic cat")
                .size(256, 256)
                .with("seed", 1L)
                .build();
        RenderResult result = provider.render(request, new RecordingRenderSession());
        Map<?, ?> scene = (Map<?, ?>) ((List<?>) result.details().get("scenes")).get(0);
        assertEquals(List.of("quixotic"), scene.get("notUnderstood"));
        assertEquals("cat", ((Map<?, ?>) ((List<?>) scene.get("drawn")).get(0)).get("words"));
    }
}
