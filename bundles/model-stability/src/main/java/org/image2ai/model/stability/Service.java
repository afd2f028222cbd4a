package org.image2ai.model.stability;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageModel;
import org.image2ai.api.model.InputLimits;
import org.image2ai.api.model.InputLimits.Mask;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.ParameterSpec;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.kit.vendor.DollarPrices;

/**
 * One service of Stability AI's REST API, each of which does one thing and is a model here.
 *
 * @param name the model's name
 * @param title for people
 * @param path after {@code /v2beta/stable-image/}
 * @param operation what it does
 * @param dollars what one picture costs
 * @param inputs what it takes
 * @param size what it gives
 * @param parameters by which it can be told more
 * @param limits what else is asked of its picture
 */
record Service(
        String name,
        String title,
        String path,
        Operation operation,
        String dollars,
        InputLimits inputs,
        SizeLimits size,
        List<ParameterSpec> parameters,
        PictureLimits limits) {
    private static final int MOST_PICTURES = 4;

    /**
     * What is asked of a picture beyond its pixels.
     *
     * @param shortest the least of either side
     * @param longest the most of either side
     * @param narrow whether a side may be more than two and a half times the other
     */
    record PictureLimits(int shortest, int longest, boolean narrow) {
        static final PictureLimits USUAL = new PictureLimits(64, Integer.MAX_VALUE, true);
        static final PictureLimits NOT_NARROW = new PictureLimits(64, Integer.MAX_VALUE, false);
    }

    /** Makes pictures of words. */
    static Service generate(String name, String title, String path, String dollars, List<ParameterSpec> parameters) {
        return new Service(
                name,
                title,
                path,
                Operation.GENERATE,
                dollars,
                InputLimits.promptOnly(Parameters.LONGEST_PROMPT),
                path.endsWith("core") ? AspectRatio.largeSizes() : AspectRatio.usualSizes(),
                parameters,
                PictureLimits.USUAL);
    }

    /** Works on a picture, whose size the result follows. */
    static Service on(String name, String title, String path, Operation operation, String dollars) {
        return new Service(
                name,
                title,
                path,
                operation,
                dollars,
                InputLimits.oneImage(Mask.REFUSED, 0),
                SizeLimits.ofInput(),
                List.of(),
                PictureLimits.USUAL);
    }

    /** The same with these inputs. */
    Service taking(InputLimits other, PictureLimits more) {
        return new Service(name, title, path, operation, dollars, other, size, parameters, more);
    }

    /** The same with these parameters. */
    Service told(ParameterSpec... more) {
        return new Service(name, title, path, operation, dollars, inputs, size, List.of(more), limits);
    }

    /** Whether it answers with the id of a generation, whose result is fetched later. */
    boolean isAsynchronous() {
        return path.endsWith("/creative");
    }

    /** The variant of a service that has several. */
    Optional<String> variant() {
        return path.endsWith("/sd3") ? Optional.of(name) : Optional.empty();
    }

    /** As it is offered. The same once more makes no sense without a seed. */
    ImageModel toModel(DollarPrices prices, String region) {
        int count = parameters.contains(Parameters.SEED) && !isAsynchronous() ? MOST_PICTURES : 1;
        ImageModel model = new ImageModel(
                name,
                title,
                Set.of(operation),
                inputs,
                size,
                parameters,
                count,
                List.of(prices.image(operation, dollars)),
                region);
        return name.equals("upscale-fast")
                ? model.making(operation, DigitalSourceType.ALGORITHMICALLY_ENHANCED)
                : model;
    }
}
