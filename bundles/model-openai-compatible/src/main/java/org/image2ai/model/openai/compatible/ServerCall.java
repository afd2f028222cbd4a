package org.image2ai.model.openai.compatible;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.Masks;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorRequest;

/** A request to a server, in the shape of OpenAI's Images API. */
final class ServerCall {
    private final RenderRequest request;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    ServerCall(RenderRequest request, String wireName, ServerSettings server) {
        this.request = request;
        fields.put("model", wireName);
        request.prompt().ifPresent(words -> fields.put("prompt", words));
        fields.put("n", request.count());
        request.size().ifPresent(size -> fields.put("size", size.toString()));
        server.responseFormat().ifPresent(format -> fields.put("response_format", format));
        server.words().forEach((wish, word) -> {
            Object wanted = request.parameters().get(wish.spec().name());
            if (wanted != null) {
                fields.put(word, wanted);
            }
        });
    }

    /** Looks at what a model cannot declare. @throws PlatformException INVALID naming the field */
    static void check(RenderRequest request) {
        boolean generates = request.operation() == Operation.GENERATE;
        require(
                generates == images(request).isEmpty(),
                "inputs",
                generates ? "Generating takes words only." : "This needs a picture.");
        require(
                request.prompt().isPresent() != (request.operation() == Operation.VARIATION),
                "prompt",
                "A variation takes no prompt, and all else needs one.");
        require(request.operation() != Operation.INPAINT || mask(request).isPresent(), "inputs", "This needs a mask.");
    }

    private static void require(boolean fits, String field, String message) {
        if (!fits) {
            throw PlatformException.invalid("unsupported_request", message).withField(field);
        }
    }

    VendorRequest toRequest() {
        VendorRequest call =
                switch (request.operation()) {
                    case GENERATE -> VendorRequest.post("/images/generations", json());
                    case VARIATION -> VendorRequest.post("/images/variations", form());
                    default -> VendorRequest.post("/images/edits", form());
                };
        return call.within(request.context()).header("Idempotency-Key", request.idempotencyKey());
    }

    private EgressRequest.Body json() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        fields.forEach(tree::putPOJO);
        return JsonBody.of(tree);
    }

    /** One picture goes as {@code image}, which every server knows; several as OpenAI has them. */
    private EgressRequest.Body form() {
        MultipartBody form = new MultipartBody();
        fields.forEach(form::text);
        List<RenderInput> images = images(request);
        images.forEach(image -> form.picture(images.size() == 1 ? "image" : "image[]", image));
        mask(request).ifPresent(mask -> form.picture("mask", Masks.transparent(mask)));
        return form.body();
    }

    private static List<RenderInput> images(RenderRequest request) {
        return request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.IMAGE)
                .toList();
    }

    private static Optional<RenderInput> mask(RenderRequest request) {
        return request.inputs().stream()
                .filter(input -> input.role() == RenderInput.Role.MASK)
                .findFirst();
    }
}
