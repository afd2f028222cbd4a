package org.image2ai.model.embedded.illustrator;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.model.embedded.Png;
import org.image2ai.model.embedded.illustrator.scene.Scene;
import org.image2ai.model.embedded.illustrator.words.Hand;
import org.image2ai.model.embedded.illustrator.words.Palette;
import org.image2ai.model.embedded.illustrator.words.Style;

/** {@code embedded/illustrator}: a prompt to an illustration that is composed of drawn things. */
public final class IllustratorModel implements EmbeddedModel {
    private static final long SEEDS = 1L << 53;
    private static final int LONGEST_PROMPT = 32_000;
    private static final int MOST_IMAGES = 10;
    private static final int MOST_VARIATIONS = 999;
    private static final ImageModel MODEL = new ImageModel(
                    "illustrator",
                    "Illustrator: composes a scene of drawn things",
                    Set.of(Operation.GENERATE),
                    InputLimits.promptOnly(LONGEST_PROMPT),
                    SizeLimits.range(Illustrator.MIN_SIDE, Illustrator.MAX_SIDE, 1, new SizeLimits.Size(1024, 1024)),
                    List.of(
                            ParameterSpec.seed(),
                            ParameterSpec.choice(
                                    "quality",
                                    Passes.QUALITIES,
                                    "low paints coarsely and fast, high at twice the size; medium unless given."),
                            ParameterSpec.choice(
                                    "style",
                                    Style.wireNames(),
                                    "The technique; unless given, the one that the prompt names, or flat."),
                            ParameterSpec.choice(
                                    "palette",
                                    Palette.wireNames(),
                                    "The colours; unless given, those that the prompt names, or natural."),
                            ParameterSpec.choice(
                                    "drawings",
                                    Hand.wireNames(),
                                    "Whose drawings of things: flat ones or softly shaded ones."),
                            ParameterSpec.integer(
                                    "variation",
                                    0,
                                    MOST_VARIATIONS,
                                    "With the seed of a picture: another one of the same scene; 0 is the picture itself."),
                            ParameterSpec.choice(
                                    "vary",
                                    Arrays.stream(Wishes.Vary.values())
                                            .map(IllustratorModel::lower)
                                            .toList(),
                                    "What a variation changes; arrangement unless given.")),
                    MOST_IMAGES,
                    List.of(Price.creditsPerImage(Operation.GENERATE, "1")),
                    "local")
            .making(Operation.GENERATE, DigitalSourceType.ALGORITHMIC_MEDIA);

    private final Illustrator illustrator = new Illustrator();
    private final SecureRandom random = new SecureRandom();

    @Override
    public ImageModel model() {
        return MODEL;
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        String prompt = request.prompt().orElse("");
        SizeLimits.Size size = request.size().orElse(MODEL.size().preferred());
        long first = request.integer("seed").orElseGet(() -> random.nextLong(SEEDS));
        List<RenderResult.RenderedImage> images = new ArrayList<>();
        List<Map<String, Object>> scenes = new ArrayList<>();
        Wishes wishes = wishes(request);
        for (int i = 0; i < request.count() && !stopped(session); i++) {
            boolean varies = wishes.variation() > 0;
            long seed = varies ? first : (first + i) % SEEDS;
            Scene scene = illustrator.compose(prompt, size, seed, varies ? wishes.further(i) : wishes);
            Passes passes = new Passes(scene, size, request.text("quality").orElse(Passes.MEDIUM));
            passes.show(session, i);
            Png.write(passes.last(), session, i);
            images.add(new RenderResult.RenderedImage(i, Optional.of(seed)));
            scenes.add(scene.describe());
            session.progress((i + 1.0) / request.count(), "drawn " + (i + 1) + " of " + request.count());
        }
        if (images.isEmpty()) {
            throw PlatformException.conflict("cancelled", "The illustration was cancelled before it was drawn.");
        }
        return RenderResult.of(images, Map.of("scenes", scenes));
    }

    @Override
    public void warmUp() {
        illustrator.warmUp();
    }

    @Override
    public void close() {
        illustrator.close();
    }

    private static Wishes wishes(RenderRequest request) {
        return new Wishes(
                request.text("style").map(Style::ofWireName),
                request.text("palette").map(Palette::ofWireName),
                request.text("drawings").map(Hand::ofWireName).orElse(Hand.FLUENT),
                request.integer("variation").orElse(0L).intValue(),
                request.text("vary")
                        .map(v -> Wishes.Vary.valueOf(v.toUpperCase(Locale.ROOT)))
                        .orElse(Wishes.Vary.ARRANGEMENT));
    }

    private static String lower(Wishes.Vary vary) {
        return vary.name().toLowerCase(Locale.ROOT);
    }

    private static boolean stopped(RenderSession session) {
        return session.cancelled() || Thread.currentThread().isInterrupted();
    }
}
