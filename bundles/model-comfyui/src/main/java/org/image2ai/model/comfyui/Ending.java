package org.image2ai.model.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.VendorFailure;

/**
 * How a prompt ended: the entry of {@code GET /history/{prompt_id}}, with {@code outputs} by node and a {@code status}
 * of {@code {"status_str": "success" | "error", "completed", "messages": [[event, {…}], …]}}, which old servers leave
 * out.
 */
record Ending(String id, JsonNode entry) {
    /** Whether its pictures can be had. */
    boolean isSuccess() {
        return !entry.at("/status/status_str").asText().equals("error");
    }

    /** The addresses of its pictures, in their order. @throws PlatformException UPSTREAM when there is none */
    List<String> pictures(Optional<String> result, String vendor) {
        if (!isSuccess()) {
            throw failure(vendor);
        }
        List<JsonNode> all = new ArrayList<>();
        result.map(node -> entry.path("outputs").path(node).path("images"))
                .ifPresentOrElse(images -> images.forEach(all::add), () -> entry.path("outputs")
                        .forEach(output -> output.path("images").forEach(all::add)));
        // A workflow that saves pictures and shows others on the way means the saved ones.
        boolean saved =
                all.stream().anyMatch(image -> image.path("type").asText().equals("output"));
        List<String> addresses = all.stream()
                .filter(image -> result.isPresent()
                        || !saved
                        || image.path("type").asText().equals("output"))
                .map(Ending::address)
                .toList();
        if (addresses.isEmpty()) {
            throw VendorFailure.unavailable(vendor, "ended without a picture", Optional.of(id));
        }
        return addresses;
    }

    private static String address(JsonNode image) {
        return "/view?filename=" + UrlText.of(image.path("filename").asText())
                + "&subfolder=" + UrlText.of(image.path("subfolder").asText())
                + "&type=" + UrlText.of(image.path("type").asText("output"));
    }

    /**
     * What went wrong. Only names go on: what a node says repeats the workflow, and a person's words with it. Want of
     * memory and an interruption by somebody at the server may be over the next time, all else is in the workflow.
     */
    private PlatformException failure(String vendor) {
        JsonNode last = last("execution_error");
        if (last.isMissingNode()) {
            return VendorFailure.unavailable(vendor, "was interrupted by somebody", Optional.of(id));
        }
        String exception = word(last, "exception_type");
        if (exception.contains("OutOfMemory")) {
            return VendorFailure.unavailable(vendor, "ran out of memory", Optional.of(id));
        }
        Map<String, String> details = new HashMap<>(Map.of("vendorRequestId", id));
        details.put("node", word(last, "node_id"));
        details.put("nodeType", word(last, "node_type"));
        details.put("exception", exception);
        String where = details.get("nodeType") + " (node " + details.get("node") + ")";
        return PlatformException.upstream(
                        "workflow_failed", vendor + " failed at " + where + " with " + exception + ".", false)
                .withDetails(details);
    }

    private JsonNode last(String event) {
        JsonNode last = entry.path("no such field");
        for (JsonNode message : entry.at("/status/messages")) {
            if (message.path(0).asText().equals(event)) {
                last = message.path(1);
            }
        }
        return last;
    }

    private static String word(JsonNode from, String name) {
        String text = from.path(name).asText();
        return text.matches("[A-Za-z0-9_.:-]{1,64}") ? text : "unknown";
    }
}
