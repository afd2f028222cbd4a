package org.image2ai.model.stability;

import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.model.stability.Service.PictureLimits;

/** What Stability AI wants of a request beyond what a model can declare. */
final class Inputs {
    /** Ten MiB for the whole form; its other fields are some kilobytes. */
    private static final long MOST_BYTES = (10L << 20) - (64 << 10);

    private static final double NARROWEST = 2.5;

    private Inputs() {}

    /** @throws PlatformException INVALID naming the field */
    static void check(Service service, RenderRequest request) {
        request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.IMAGE)
                .forEach(image -> picture(service.limits(), image));
        long bytes = request.inputs().stream().mapToLong(RenderInput::bytes).sum();
        require(bytes <= MOST_BYTES, "inputs", "Stability AI takes pictures of 10 MiB at most, with their mask.");
        if (service.operation() == Operation.OUTPAINT) {
            boolean anywhere = Parameters.SIDES.stream()
                    .anyMatch(side -> request.integer(side).orElse(0L) > 0);
            require(anywhere, "parameters.left", "Outpainting needs left, right, up or down.");
        }
        service.parameters().stream()
                .map(spec -> spec.name())
                .filter(name -> name.equals("searchPrompt") || name.equals("selectPrompt"))
                .forEach(name -> require(
                        request.text(name).filter(words -> !words.isBlank()).isPresent(),
                        "parameters." + name,
                        service.title() + " needs " + name + "."));
    }

    private static void picture(PictureLimits limits, RenderInput image) {
        int shorter = Math.min(image.width(), image.height());
        int longer = Math.max(image.width(), image.height());
        require(
                shorter >= limits.shortest() && longer <= limits.longest(),
                "inputs",
                "The sides of the picture must be " + limits.shortest()
                        + (limits.longest() == Integer.MAX_VALUE
                                ? " pixels or more."
                                : " to " + limits.longest() + " pixels."));
        require(
                limits.narrow() || longer <= shorter * NARROWEST,
                "inputs",
                "No side of the picture may be more than 2.5 times the other.");
    }

    static Optional<RenderInput> first(RenderRequest request, RenderInput.Role role) {
        return request.inputs().stream().filter(input -> input.role() == role).findFirst();
    }

    private static void require(boolean fits, String field, String message) {
        if (!fits) {
            throw PlatformException.invalid("unsupported_request", message).withField(field);
        }
    }
}
