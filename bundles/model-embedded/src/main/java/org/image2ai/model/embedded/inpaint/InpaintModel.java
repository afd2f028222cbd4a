package org.image2ai.model.embedded.inpaint;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.Price;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.model.embedded.EmbeddedModel;
import org.image2ai.model.embedded.InputPicture;
import org.image2ai.model.embedded.Png;

/** {@code embedded/inpaint}: what is under the mask is made anew from what surrounds it. */
public final class InpaintModel implements EmbeddedModel {
    private static final String PATCH = "patch";
    private static final String TELEA = "telea";
    private static final String NAVIER_STOKES = "navier-stokes";
    private static final long MOST_PIXELS = 4096L * 3072;
    private static final int LONGEST_PROMPT = 32_000;
    private static final int LARGEST_RADIUS = 32;
    private static final ImageModel MODEL = new ImageModel(
                    "inpaint",
                    "Inpaint: removes what is under the mask",
                    Set.of(Operation.INPAINT),
                    new InputLimits(1, 1, InputLimits.Mask.REQUIRED, MOST_PIXELS, false, LONGEST_PROMPT),
                    SizeLimits.ofInput(),
                    List.of(
                            ParameterSpec.choice(
                                    "method",
                                    List.of(PATCH, TELEA, NAVIER_STOKES),
                                    "patch (the default) continues textures; telea and navier-stokes are quick, for scratches."),
                            ParameterSpec.integer(
                                    "radius",
                                    1,
                                    LARGEST_RADIUS,
                                    "How many pixels around each one telea and navier-stokes look at; 5 unless given.")),
                    1,
                    List.of(Price.creditsPerImage(Operation.INPAINT, "1")),
                    "local")
            .making(Operation.INPAINT, DigitalSourceType.COMPOSITE);

    @Override
    public ImageModel model() {
        return MODEL;
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        RenderInput picture = input(request, RenderInput.Role.IMAGE);
        RenderInput mask = input(request, RenderInput.Role.MASK);
        if (mask.width() != picture.width() || mask.height() != picture.height()) {
            throw PlatformException.invalid(
                            "mask_size",
                            "The mask has " + mask.width() + "x" + mask.height() + " pixels, the picture "
                                    + picture.width() + "x" + picture.height() + ".")
                    .withField("inputs");
        }
        Fill.Stage stage = fraction -> reached(fraction, session);
        stage.reached(0);
        Hole hole = Hole.of(InputPicture.decode(mask));
        BufferedImage image = InputPicture.decode(picture);
        fill(image, hole, fill(request), stage);
        stage.reached(1);
        Png.write(image, session, 0);
        List<RenderResult.RenderedImage> images = List.of(new RenderResult.RenderedImage(0, Optional.empty()));
        return new RenderResult(images, outcomes(request), Optional.empty(), Optional.empty(), Map.of());
    }

    private static RenderInput input(RenderRequest request, RenderInput.Role role) {
        return request.inputs().stream()
                .filter(i -> i.role() == role)
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid(
                                "missing_input", "embedded/inpaint needs an input of the role " + role.wireName() + ".")
                        .withField("inputs"));
    }

    private static String method(RenderRequest request) {
        return request.text("method").orElse(PATCH);
    }

    private static Fill fill(RenderRequest request) {
        int radius = request.integer("radius").orElse((long) Fill.USUAL_RADIUS).intValue();
        return switch (method(request)) {
            case TELEA -> OpenCvFill.telea(radius);
            case NAVIER_STOKES -> OpenCvFill.navierStokes(radius);
            default -> Fill.ofTextures();
        };
    }

    /** Only the pixels of the hole are written, so that all others stay as they are, with their alpha. */
    private static void fill(BufferedImage image, Hole hole, Fill fill, Fill.Stage stage) {
        int width = image.getWidth();
        int[] rgb = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        fill.fill(rgb, hole, stage);
        for (int i = 0; i < rgb.length; i++) {
            if (hole.cells()[i]) {
                image.setRGB(i % width, i / width, rgb[i] | 0xff000000);
            }
        }
    }

    private static void reached(double fraction, RenderSession session) {
        if (session.cancelled() || Thread.currentThread().isInterrupted()) {
            throw PlatformException.conflict("cancelled", "The filling was cancelled before its end.");
        }
        session.progress(fraction, fraction < 1 ? "filling" : "filled");
    }

    private static List<ParameterOutcome> outcomes(RenderRequest request) {
        List<ParameterOutcome> outcomes = new ArrayList<>();
        if (method(request).equals(PATCH) && request.parameters().containsKey("radius")) {
            outcomes.add(new ParameterOutcome(
                    "radius", ParameterOutcome.Fate.DROPPED, "The method patch looks at the whole surroundings."));
        }
        request.prompt()
                .ifPresent(prompt -> outcomes.add(new ParameterOutcome(
                        "prompt",
                        ParameterOutcome.Fate.DROPPED,
                        "This model removes what is under the mask; it puts nothing new there.")));
        return outcomes;
    }
}
