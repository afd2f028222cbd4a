package org.image2ai.model.comfyui;

import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.vendor.Refusal;
import org.image2ai.kit.vendor.VendorErrors;

/**
 * What {@code POST /prompt} says of a workflow that the server does not take: {@code {"error": {"type", "message",
 * "details", "extra_info"}, "node_errors": {"4": {"errors": [{"type", "message", "details", "extra_info":
 * {"input_name"}}], "dependent_outputs", "class_type"}}}}. All else comes from a proxy before it, whose status tells.
 */
final class ComfyUiErrors implements VendorErrors {
    @Override
    public Optional<PlatformException> of(Refusal refusal) {
        Optional<String> node = refusal.body().path("node_errors").properties().stream()
                .findFirst()
                .map(error -> "/node_errors/" + error.getKey());
        if (node.isPresent()) {
            String at = node.get();
            Optional<String> type = refusal.word(at + "/class_type");
            Optional<String> input = refusal.word(at + "/errors/0/extra_info/input_name");
            return Optional.of(refusal.invalid(
                    type.map(name -> input.map(i -> name + "." + i).orElse(name))));
        }
        return refusal.status() == 400 ? Optional.of(refusal.invalid(refusal.word("/error/type"))) : Optional.empty();
    }
}
