package org.image2ai.openai;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.core.StreamingOutput;

/** The body of an answer ({@code ImagesResponse} of OpenAI's reference), written while the pictures are read. */
final class ImagesAnswer implements StreamingOutput {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Result result;
    private final Optional<List<String>> links;

    /** @param links where the pictures are to be had, if they are not to be in the body */
    ImagesAnswer(Result result, Optional<List<String>> links) {
        this.result = result;
        this.links = links;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
            json.writeStartObject();
            json.writeNumberField("created", result.created());
            json.writeArrayFieldStart("data");
            for (int i = 0; i < result.pictures().size(); i++) {
                json.writeStartObject();
                picture(i, json, out);
                json.writeEndObject();
            }
            json.writeEndArray();
            field(json, "background", result.background());
            json.writeStringField("output_format", result.outputFormat());
            field(json, "quality", result.quality());
            field(json, "size", result.size());
            if (result.usage().isPresent()) {
                json.writePOJOField("usage", result.usage().get());
            }
            json.writeEndObject();
        }
    }

    private void picture(int index, JsonGenerator json, OutputStream out) throws IOException {
        if (links.isPresent()) {
            json.writeStringField("url", links.get().get(index));
            return;
        }
        json.writeFieldName("b64_json");
        result.write(result.pictures().get(index), json, out);
    }

    private static void field(JsonGenerator json, String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            json.writeStringField(name, text.get());
        }
    }
}
