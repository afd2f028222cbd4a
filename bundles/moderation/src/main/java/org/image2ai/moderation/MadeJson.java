package org.image2ai.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.JobId;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;

/** A lineage as it stands in a row. */
final class MadeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MadeJson() {}

    static String write(Lineage lineage) {
        ObjectNode json = JSON.createObjectNode()
                .put("job", lineage.job().value())
                .put("output", lineage.output())
                .put("operation", lineage.operation())
                .put("model", lineage.model());
        lineage.prompt().ifPresent(prompt -> json.put("prompt", prompt));
        lineage.seed().ifPresent(seed -> json.put("seed", seed));
        lineage.inputs().forEach(input -> json.withArray("inputs").add(input.value()));
        lineage.provenance().ifPresent(provenance -> json.putObject("provenance")
                .put("mark", provenance.mark().name())
                .put("source", provenance.source().name())
                .put("note", provenance.note()));
        return json.toString();
    }

    static Lineage read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            List<AssetId> inputs = new ArrayList<>();
            json.path("inputs").forEach(input -> inputs.add(new AssetId(input.asText())));
            return new Lineage(
                    new JobId(json.get("job").asText()),
                    json.get("output").asInt(),
                    json.get("operation").asText(),
                    json.get("model").asText(),
                    Optional.ofNullable(json.get("prompt")).map(JsonNode::asText),
                    Optional.ofNullable(json.get("seed")).map(JsonNode::asLong),
                    inputs,
                    Optional.ofNullable(json.get("provenance")).map(MadeJson::provenance));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row holds no lineage", e);
        }
    }

    private static Provenance provenance(JsonNode json) {
        return new Provenance(
                Provenance.Mark.valueOf(json.get("mark").asText()),
                DigitalSourceType.valueOf(json.get("source").asText()),
                json.get("note").asText());
    }
}
