package org.image2ai.model.fal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.JsonBody;
import org.image2ai.kit.vendor.Masks;

/**
 * The input of an endpoint, by the fields that its page at fal names. Pictures go along as data URIs, so that nothing
 * has to be uploaded, and removed, before.
 */
final class ModelCall {
    private final Endpoint endpoint;
    private final RenderRequest request;
    private final Optional<String> safetyTolerance;

    /** @param safetyTolerance for the endpoints that know it */
    ModelCall(Endpoint endpoint, RenderRequest request, Optional<String> safetyTolerance) {
        this.endpoint = endpoint;
        this.request = request;
        this.safetyTolerance = safetyTolerance;
    }

    EgressRequest.Body body() {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        request.prompt().ifPresent(words -> tree.put("prompt", words));
        request.size()
                .ifPresent(size ->
                        tree.putObject("image_size").put("width", size.width()).put("height", size.height()));
        request.parameters().forEach((name, value) -> tree.putPOJO(Parameters.field(name), value));
        if (endpoint.maxCount() > 1) {
            tree.put("num_images", request.count());
        }
        if (endpoint.traits().tolerant()) {
            safetyTolerance.ifPresent(level -> tree.put("safety_tolerance", level));
        }
        pictures(tree);
        return JsonBody.of(tree);
    }

    private void pictures(ObjectNode tree) {
        ArrayNode all = endpoint.traits().several() ? tree.putArray("image_urls") : null;
        for (RenderInput input : request.inputs()) {
            if (input.role() == RenderInput.Role.MASK) {
                tree.set("mask_url", JsonBody.dataUrl(Masks.white(input)));
            } else if (all == null) {
                tree.set("image_url", JsonBody.dataUrl(input));
            } else {
                all.add(JsonBody.dataUrl(input));
            }
        }
    }
}
