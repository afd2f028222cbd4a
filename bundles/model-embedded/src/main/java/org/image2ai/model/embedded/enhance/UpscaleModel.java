package org.image2ai.model.embedded.enhance;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
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

/** A picture to one whose sides are a fixed number of times longer. */
final class UpscaleModel implements EmbeddedModel {
    /** Beyond that few programs open the result. */
    private static final int LONGEST_RESULT = 65_536;

    /**
     * The library looks at every result before it keeps it: decoded, at nine bytes a pixel, in half of the heap. A result
     * that it could not look at must be refused before the work, not after.
     */
    private static final int BYTES_TO_LOOK_AT = 9;

    private final ImageModel model;
    private final List<Method> methods;
    private final int scale;

    /**
     * @param offer its name, title and price
     * @param mostPixels the most of an input: what is done in good time
     * @param methods all of one scale; the first is what is taken when none is named
     */
    UpscaleModel(Offer offer, long mostPixels, Method... methods) {
        this.methods = List.of(methods);
        this.scale = methods[0].upscaler().scale();
        long seen = Runtime.getRuntime().maxMemory() / 2 / BYTES_TO_LOOK_AT / scale / scale;
        this.model = new ImageModel(
                        offer.name(),
                        offer.title(),
                        Set.of(Operation.UPSCALE),
                        InputLimits.oneImage(InputLimits.Mask.REFUSED, Math.min(mostPixels, seen)),
                        SizeLimits.ofInput(),
                        parameters(),
                        1,
                        List.of(Price.creditsPerImage(Operation.UPSCALE, offer.credits())),
                        "local")
                .making(Operation.UPSCALE, methods[0].source());
    }

    /**
     * What people see of a model.
     *
     * @param credits for one picture
     */
    record Offer(String name, String title, String credits) {}

    private List<ParameterSpec> parameters() {
        List<ParameterSpec> parameters = new ArrayList<>();
        parameters.add(ParameterSpec.integer(
                "scale", scale, scale, "How many times longer the sides become; always " + scale + "."));
        if (methods.size() > 1) {
            List<String> names = methods.stream().map(Method::name).toList();
            parameters.add(ParameterSpec.choice("method", names, "How it is done; " + names.get(0) + " if not given."));
        }
        return parameters;
    }

    @Override
    public ImageModel model() {
        return model;
    }

    List<Method> methods() {
        return methods;
    }

    @Override
    public RenderResult render(RenderRequest request, RenderSession session) {
        Stop.whenUnwanted(session);
        try {
            Method method = method(request);
            Source source = Source.of(request.inputs().get(0));
            requireSides(source);
            Enhancer enhancer = new Enhancer(method.upscaler(), source, method.tile());
            write(enhancer, source, session);
            return RenderResult.of(
                            List.of(new RenderResult.RenderedImage(0, Optional.empty())),
                            Map.of("scale", scale, "method", method.name(), "tiles", enhancer.tiles()))
                    .madeAs(method.source());
        } catch (OutOfMemoryError e) {
            throw PlatformException.upstream("render_failed", "There is not enough memory for the enlargement.", true)
                    .causedBy(e);
        } catch (LinkageError e) {
            throw PlatformException.internal("render_failed", "ONNX Runtime does not run on this machine.", e);
        }
    }

    private Method method(RenderRequest request) {
        return request.text("method")
                .flatMap(name ->
                        methods.stream().filter(m -> m.name().equals(name)).findFirst())
                .orElse(methods.get(0));
    }

    private void requireSides(Source source) {
        int longest = Math.max(source.width(), source.height());
        if (longest > LONGEST_RESULT / scale) {
            throw PlatformException.invalid(
                            "image_too_large",
                            "The input has a side of " + longest + " pixels, more than " + LONGEST_RESULT / scale + ".")
                    .withField("inputs");
        }
    }

    private void write(Enhancer enhancer, Source source, RenderSession session) {
        try (OutputStream out = session.output(0, Png.TYPE);
                PngStream png = new PngStream(out, source.width() * scale, source.height() * scale, source.alpha())) {
            enhancer.write(png, session);
            png.end();
        } catch (IOException e) {
            throw PlatformException.internal("output_failed", "The enlarged picture could not be written.", e);
        }
    }

    @Override
    public void close() {
        methods.forEach(method -> method.upscaler().close());
    }
}
