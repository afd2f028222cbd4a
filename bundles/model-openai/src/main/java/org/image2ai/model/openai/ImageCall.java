package org.image2ai.model.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.Masks;
import org.image2ai.kit.vendor.MultipartBody;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * A request of OpenAI's <a href="https://developers.openai.com/api/reference/resources/images">Images API</a>:
 * {@code /images/generations} in JSON, {@code /images/edits} and {@code /images/variations} as forms.
 */
final class ImageCall {
    private final RenderRequest request;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * @param request already checked
     * @param account what the account adds: {@code moderation}, {@code user}
     * @param previews how many unfinished pictures are wanted; with more than none the answer is a stream
     */
    ImageCall(RenderRequest request, Map<String, String> account, int previews) {
        this.request = request;
        fields.put("model", request.model());
        request.prompt().ifPresent(words -> fields.put("prompt", words));
        fields.put("n", request.count());
        request.size().ifPresent(size -> fields.put("size", size.toString()));
        if (isDallE2()) {
            fields.put("response_format", "b64_json");
            field("user", account.get("user"));
            return;
        }
        gptImage();
        field("user", account.get("user"));
        if (request.operation() == Operation.GENERATE) {
            field("moderation", account.get("moderation"));
        }
        if (previews > 0) {
            fields.put("stream", true);
            fields.put("partial_images", previews);
        }
    }

    private void gptImage() {
        fields.put("quality", request.text("quality").orElse(Models.USUAL_QUALITY));
        request.text("background").ifPresent(kind -> fields.put("background", kind));
        request.text("outputFormat").ifPresent(format -> fields.put("output_format", format));
        request.integer("outputCompression").ifPresent(level -> fields.put("output_compression", level));
        if (request.operation() != Operation.GENERATE) {
            request.text("inputFidelity").ifPresent(level -> fields.put("input_fidelity", level));
        }
    }

    private boolean isDallE2() {
        return request.model().equals(Models.DALL_E_2);
    }

    private void field(String name, String content) {
        if (content != null) {
            fields.put(name, content);
        }
    }

    VendorRequest toRequest() {
        VendorRequest call =
                switch (request.operation()) {
                    case GENERATE -> VendorRequest.post("/images/generations", json());
                    case VARIATION -> VendorRequest.post("/images/variations", form("image"));
                    default -> VendorRequest.post("/images/edits", form("image[]"));
                };
        return call.within(request.context()).header("Idempotency-Key", request.idempotencyKey());
    }

    private EgressRequest.Body json() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        fields.forEach((name, content) -> tree.putPOJO(name, content));
        return JsonBody.of(tree);
    }

    private EgressRequest.Body form(String imageName) {
        MultipartBody form = new MultipartBody();
        fields.forEach(form::text);
        Inputs.images(request).forEach(image -> form.picture(imageName, image));
        Inputs.mask(request).ifPresent(mask -> form.picture("mask", Masks.transparent(mask)));
        return form.body();
    }
}
