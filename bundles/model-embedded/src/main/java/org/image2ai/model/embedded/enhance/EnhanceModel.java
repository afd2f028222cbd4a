package org.image2ai.model.embedded.enhance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;
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

/** {@code embedded/enhance-x4}: a picture to one of four times its sides, with the detail that was probably there. */
public final class EnhanceModel implements EmbeddedModel {
    private static final int TILE = 256;
    private static final int LONGEST_SIDE = 16_384;

    /**
     * The library looks at every result before it keeps it: decoded, at nine bytes a pixel, in half of the heap. A result
     * that it could not look at must be refused before the work, not after.
     */
    private static final int BYTES_TO_LOOK_AT = 9 * Network.SCALE * Network.SCALE;

    private static final long MOST_PIXELS =
            Math.min(2048 * 2048, Runtime.getRuntime().maxMemory() / 2 / BYTES_TO_LOOK_AT);
    private static final ImageModel MODEL = new ImageModel(
            "enhance-x4",
            "Enhance ×4: Real-ESRGAN",
            Set.of(Operation.UPSCALE),
            InputLimits.oneImage(InputLimits.Mask.REFUSED, MOST_PIXELS),
            SizeLimits.ofInput(),
            List.of(ParameterSpec.integer(
                    "scale", Network.SCALE, Network.SCALE, "How many times longer the sides become; always 4.")),
            1,
            List.of(Price.creditsPerImage(Operation.UPSCALE, "1")),
            "local");

    private final Network network = new Network();

    @Override
    public ImageModel model() {
        return MODEL;
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Stop.whenUnwanted(session);
        try {
            Source source = Source.of(request.inputs().get(0));
            requireSides(source);
            Enhancer enhancer = new Enhancer(network, source, TILE, Network.REACH);
            write(enhancer, source, session);
            return RenderResult.of(
                    List.of(new RenderResult.RenderedImage(0, Optional.empty())),
                    Map.of("scale", Network.SCALE, "tiles", enhancer.tiles()));
        } catch (OutOfMemoryError e) {
            throw PlatformException.upstream("render_failed", "There is not enough memory for the enhancement.", true)
                    .causedBy(e);
        } catch (LinkageError e) {
            throw PlatformException.internal("render_failed", "ONNX Runtime does not run on this machine.", e);
        }
    }

    /** Beyond that few programs open the result. */
    private static void requireSides(Source source) {
        int longest = Math.max(source.width(), source.height());
        if (longest > LONGEST_SIDE) {
            throw PlatformException.invalid(
                            "image_too_large",
                            "The input has a side of " + longest + " pixels, more than " + LONGEST_SIDE + ".")
                    .withField("inputs");
        }
    }

    private static void write(Enhancer enhancer, Source source, RenderSession session) {
        int width = source.width() * Network.SCALE;
        int height = source.height() * Network.SCALE;
        try (OutputStream out = session.output(0, Png.TYPE);
                PngStream png = new PngStream(out, width, height, source.alpha())) {
            enhancer.write(png, session);
            png.end();
        } catch (IOException e) {
            throw PlatformException.internal("output_failed", "The enhanced picture could not be written.", e);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
