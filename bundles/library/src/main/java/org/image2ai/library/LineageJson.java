package org.image2ai.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;

/** Lineage as it stands in a row. */
final class LineageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LineageJson() {}

    static String write(Lineage lineage) {
        ObjectNode node = JSON.createObjectNode()
                .put("job", lineage.job().value())
                .put("output", lineage.output())
                .put("operation", lineage.operation())
                .put("model", lineage.model());
        lineage.prompt().ifPresent(prompt -> node.put("prompt", prompt));
        lineage.seed().ifPresent(seed -> node.put("seed", seed));
        ArrayNode inputs = node.putArray("inputs");
        lineage.inputs().forEach(input -> inputs.add(input.value()));
        lineage.provenance().ifPresent(provenance -> node.putObject("provenance")
                .put("mark", provenance.mark().name())
                .put("source", provenance.source().name())
                .put("note", provenance.note()));
        return node.toString();
    }

    static Lineage read(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            List<AssetId> inputs = new ArrayList<>();
            node.path("inputs").forEach(input -> inputs.add(new AssetId(input.asText())));
            return new Lineage(
                    new JobId(node.path("job").asText()),
                    node.path("output").asInt(),
                    node.path("operation").asText(),
                    node.path("model").asText(),
                    Optional.ofNullable(node.get("prompt")).map(JsonNode::asText),
                    Optional.ofNullable(node.get("seed")).map(JsonNode::asLong),
                    inputs,
                    Optional.ofNullable(node.get("provenance")).map(LineageJson::provenance));
        } catch (JsonProcessingException e) {
            throw PlatformException.internal("lineage_unreadable", "The lineage of an asset cannot be read.", e);
        }
    }

    private static Provenance provenance(JsonNode node) {
        return new Provenance(
                Provenance.Mark.valueOf(node.path("mark").asText()),
                DigitalSourceType.valueOf(node.path("source").asText()),
                node.path("note").asText());
    }
}
