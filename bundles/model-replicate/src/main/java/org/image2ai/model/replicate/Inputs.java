package org.image2ai.model.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.RenderInput;
import org.image2ai.api.model.RenderInput.Role;
import org.image2ai.api.model.RenderRequest;
import org.image2ai.kit.vendor.Masks;
import org.image2ai.model.replicate.ReplicateModel.Fields;

/** A request as the inputs of a model. Nothing in it tells who asks, and no safety system is turned off. */
final class Inputs {
    /** Replicate's own limit of a <a href="https://replicate.com/docs/topics/predictions/input-files">file</a>. */
    private static final long MOST_BYTES = 100_000_000;

    private Inputs() {}

    /** @throws PlatformException INVALID naming the field */
    static void check(ReplicateModel model, RenderRequest request) {
        require(
                request.inputs().stream().allMatch(input -> input.bytes() <= MOST_BYTES),
                "Replicate takes files of 100 MB at most.");
        // One that generates as well can do without, and would make something else then.
        require(
                request.operation() == Operation.GENERATE
                        || !of(Role.IMAGE, request).isEmpty(),
                model.name() + " needs a picture to work on.");
    }

    private static void require(boolean fits, String message) {
        if (!fits) {
            throw PlatformException.invalid("unsupported_request", message).withField("inputs");
        }
    }

    static ObjectNode of(ReplicateModel model, RenderRequest request, Files files) {
        Fields fields = model.fields();
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        request.prompt().ifPresent(words -> input.put("prompt", words));
        request.size().ifPresent(size -> fields.sizing().put(input, size));
        if (fields.mostOutputs() > 1) {
            input.put("num_outputs", request.count());
        }
        for (Setting setting : model.settings()) {
            Optional<JsonNode> told = Optional.ofNullable(
                            request.parameters().get(setting.spec().name()))
                    .map(setting::wire);
            told.or(setting::otherwise).ifPresent(value -> input.set(setting.field(), value));
        }
        if (fields.hurries() && request.integer("seed").isPresent() && !input.has("go_fast")) {
            input.put("go_fast", false);
        }
        pictures(fields, request, files, input);
        return input;
    }

    private static void pictures(Fields fields, RenderRequest request, Files files, ObjectNode input) {
        List<RenderInput> images = of(Role.IMAGE, request);
        fields.image().filter(name -> !images.isEmpty()).ifPresent(name -> {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            images.forEach(image -> all.add(files.bring(image)));
            input.set(name, fields.several() ? all : all.get(0));
        });
        fields.mask().ifPresent(name -> of(Role.MASK, request)
                .forEach(mask -> input.set(name, files.bring(Masks.white(mask)))));
    }

    private static List<RenderInput> of(Role role, RenderRequest request) {
        return request.inputs().stream().filter(input -> input.role() == role).toList();
    }
}
