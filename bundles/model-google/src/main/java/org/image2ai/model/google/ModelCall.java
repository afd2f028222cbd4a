package org.image2ai.model.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * A request to a model: <a href="https://ai.google.dev/api/generate-content">{@code :generateContent}</a> of Gemini, one
 * picture each, or <a href="https://ai.google.dev/gemini-api/docs/imagen">{@code :predict}</a> of Imagen, all at once.
 */
final class ModelCall {
    private static final List<String> HARMS = List.of(
            "HARM_CATEGORY_HARASSMENT",
            "HARM_CATEGORY_HATE_SPEECH",
            "HARM_CATEGORY_SEXUALLY_EXPLICIT",
            "HARM_CATEGORY_DANGEROUS_CONTENT");

    private final RenderRequest request;
    private final Optional<String> safetyThreshold;

    /** @param request already checked */
    ModelCall(RenderRequest request, Optional<String> safetyThreshold) {
        this.request = request;
        this.safetyThreshold = safetyThreshold;
    }

    VendorRequest gemini() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode content = tree.putArray("contents").addObject().put("role", "user");
        ArrayNode parts = content.putArray("parts");
        request.prompt().ifPresent(words -> parts.addObject().put("text", words));
        for (RenderInput input : request.inputs()) {
            ObjectNode data = parts.addObject().putObject("inlineData").put("mimeType", input.mediaType());
            data.set("data", JsonBody.base64(input));
        }
        ObjectNode config = tree.putObject("generationConfig");
        config.putArray("responseModalities").add("IMAGE");
        imageConfig(config.putObject("imageConfig"));
        safetyThreshold.ifPresent(threshold -> {
            ArrayNode settings = tree.putArray("safetySettings");
            HARMS.forEach(harm -> settings.addObject().put("category", harm).put("threshold", threshold));
        });
        return post(tree, ":generateContent");
    }

    private void imageConfig(ObjectNode config) {
        boolean keepShape = request.operation() == Operation.EDIT
                && Boolean.TRUE.equals(request.parameters().get(Models.KEEP_SHAPE));
        request.size().flatMap(size -> Shape.of(Shape.GEMINI, size)).ifPresent(sized -> {
            if (!keepShape) {
                config.put("aspectRatio", sized.shape().ratio());
            }
            if (Models.classes(request.model()).size() > 1) {
                config.put("imageSize", sized.sizeClass());
            }
        });
    }

    VendorRequest imagen() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode instance = tree.putArray("instances").addObject();
        request.prompt().ifPresent(words -> instance.put("prompt", words));
        ObjectNode parameters = tree.putObject("parameters");
        parameters.put("sampleCount", request.count()).put("includeRaiReason", true);
        request.size().flatMap(size -> Shape.of(Shape.IMAGEN, size)).ifPresent(sized -> {
            parameters.put("aspectRatio", sized.shape().ratio());
            if (Models.classes(request.model()).size() > 1) {
                parameters.put("imageSize", sized.sizeClass());
            }
        });
        request.text("personGeneration").ifPresent(who -> parameters.put("personGeneration", who));
        return post(tree, ":predict");
    }

    private VendorRequest post(ObjectNode tree, String verb) {
        return VendorRequest.post("/models/" + request.model() + verb, JsonBody.of(tree))
                .within(request.context());
    }
}
