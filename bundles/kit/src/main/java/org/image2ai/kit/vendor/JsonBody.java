package org.image2ai.kit.vendor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.POJONode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.RenderInput;

/**
 * A request in JSON whose pictures are read while it is sent. A picture stands in the tree as a value of its own:
 *
 * <pre>{@code
 * ObjectNode tree = JsonNodeFactory.instance.objectNode().put("prompt", prompt);
 * tree.set("image", JsonBody.dataUrl(input));
 * VendorRequest.post("/generate", JsonBody.of(tree));
 * }</pre>
 */
public final class JsonBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private final Segments segments = new Segments();
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final JsonGenerator generator;

    private record Picture(String prefix, RenderInput input) {}

    private JsonBody() throws IOException {
        generator = JSON.createGenerator(text);
        generator.setCodec(MAPPER);
    }

    /** A picture as base64. */
    public static JsonNode base64(RenderInput input) {
        return new POJONode(new Picture("", input));
    }

    /** A picture as {@code data:image/png;base64,…}. */
    public static JsonNode dataUrl(RenderInput input) {
        return new POJONode(new Picture("data:" + input.mediaType() + ";base64,", input));
    }

    /** The body of a tree, which is looked at now; the pictures are opened when they are sent. */
    public static EgressRequest.Body of(JsonNode tree) {
        try {
            JsonBody body = new JsonBody();
            body.write(tree);
            body.cut();
            return body.segments.body("application/json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(JsonNode node) throws IOException {
        if (node.isObject()) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                generator.writeFieldName(field.getKey());
                write(field.getValue());
            }
            generator.writeEndObject();
        } else if (node.isArray()) {
            generator.writeStartArray();
            for (JsonNode item : node) {
                write(item);
            }
            generator.writeEndArray();
        } else if (node instanceof POJONode pojo && pojo.getPojo() instanceof Picture picture) {
            write(picture);
        } else {
            generator.writeTree(node);
        }
    }

    private void write(Picture picture) throws IOException {
        generator.writeRawValue("\"" + picture.prefix());
        cut();
        RenderInput input = picture.input();
        segments.add(
                Base64Stream.length(input.bytes()),
                () -> new Base64Stream(input.content().open()));
        generator.writeRaw('"');
    }

    private void cut() throws IOException {
        generator.flush();
        segments.add(text.toByteArray());
        text.reset();
    }
}
