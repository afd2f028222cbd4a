package org.image2ai.model.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.image2ai.kit.vendor.VendorClient;
import org.image2ai.kit.vendor.VendorRequest;

/**
 * What a server has: {@code GET /object_info/{class}} tells of a node's inputs, the files of checkpoints among their
 * choices. So a workflow is offered only where the server could run it.
 */
final class Inventory {
    private final VendorClient client;
    private final Map<String, JsonNode> known = new HashMap<>();

    Inventory(VendorClient client) {
        this.client = client;
    }

    /** Why the server cannot run a workflow. */
    Optional<String> missing(Workflow workflow) {
        for (JsonNode node : workflow.template().nodes()) {
            String type = node.path("class_type").asText();
            JsonNode info = known.computeIfAbsent(type, this::ask);
            if (info.isMissingNode()) {
                return Optional.of(workflow.name() + " needs the node " + type + ", which the server does not have.");
            }
            for (Map.Entry<String, JsonNode> input : node.path("inputs").properties()) {
                if (isMissing(choices(info, input.getKey()), input.getValue())) {
                    return Optional.of(workflow.name() + " needs " + input.getKey() + " " + input.getValue() + " of "
                            + type + ", which the server does not have.");
                }
            }
        }
        return Optional.empty();
    }

    private JsonNode ask(String type) {
        return client.json(VendorRequest.get("/object_info/" + UrlText.of(type)))
                .path(type);
    }

    /** An array of the choices, as older servers write it, or newer ones; missing where it is no choice. */
    private static JsonNode choices(JsonNode info, String input) {
        JsonNode spec = info.at("/input/required/" + pointer(input));
        JsonNode found = spec.isMissingNode() ? info.at("/input/optional/" + pointer(input)) : spec;
        return found.path(0).isArray() ? found.path(0) : found.path(1).path("options");
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isMissing(JsonNode choices, JsonNode value) {
        return choices.isArray()
                && value.isTextual()
                && !Template.isOpen(value.asText())
                && StreamSupport.stream(choices.spliterator(), false).noneMatch(value::equals);
    }
}
