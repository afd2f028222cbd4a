package org.image2ai.model.openai;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;

/** What OpenAI wants of the pictures and words of a request beyond what a model can declare. */
final class Inputs {
    private static final long DALL_E_2_BYTES = 4L << 20;

    private Inputs() {}

    /** @throws PlatformException INVALID naming the field */
    static void check(RenderRequest request) {
        List<RenderInput> images = images(request);
        switch (request.operation()) {
            case GENERATE -> {
                require(images.isEmpty() && mask(request).isEmpty(), "inputs", "Generating takes words only.");
                require(request.prompt().isPresent(), "prompt", "Generating needs a prompt.");
            }
            case VARIATION -> {
                require(request.prompt().isEmpty(), "prompt", "A variation takes a picture and no prompt.");
                variation(images);
            }
            default -> require(!images.isEmpty(), "inputs", "Editing needs a picture.");
        }
        require(
                request.operation() != Operation.INPAINT || mask(request).isPresent(),
                "inputs",
                "Inpainting needs a mask.");
        boolean flat = request.text("outputFormat").filter("jpeg"::equals).isPresent();
        boolean transparent =
                request.text("background").filter("transparent"::equals).isPresent();
        require(!(flat && transparent), "parameters.outputFormat", "A JPEG has no transparency; take png or webp.");
    }

    private static void variation(List<RenderInput> images) {
        require(images.size() == 1, "inputs", "A variation needs one picture.");
        RenderInput image = images.get(0);
        require(
                image.mediaType().equals("image/png")
                        && image.width() == image.height()
                        && image.bytes() < DALL_E_2_BYTES,
                "inputs",
                "dall-e-2 varies square PNG pictures below 4 MB only.");
    }

    static List<RenderInput> images(RenderRequest request) {
        return request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.IMAGE)
                .toList();
    }

    static Optional<RenderInput> mask(RenderRequest request) {
        return request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.MASK)
                .findFirst();
    }

    private static void require(boolean fits, String field, String message) {
        if (!fits) {
            throw PlatformException.invalid("unsupported_request", message).withField(field);
        }
    }
}
