package org.image2ai.kit.vendor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Function;
import org.image2ai.api.PlatformException;

/**
 * Reads JSON in which pictures stand as base64: each is decoded while it comes in ({@link PictureFilter}), and only what
 * is small is kept. It takes unknown fields and any order.
 */
final class PictureJson {
    private static final int MOST_TEXT = 1 << 20;
    private static final int MOST_KEPT = 4 << 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(MOST_TEXT)
                    .maxNestingDepth(100)
                    .build())
            .build();

    private final Set<String> fields;
    private final PictureSink sink;
    private final Function<String, PlatformException> failure;
    private long kept;

    /** @param failure makes the vendor's failure of words that follow its name */
    PictureJson(Set<String> fields, PictureSink sink, Function<String, PlatformException> failure) {
        this.fields = fields;
        this.sink = sink;
        this.failure = failure;
    }

    /** Reads one value to the end of the stream; missing when there is none. The stream stays open. */
    JsonNode read(InputStream in) {
        try (PictureFilter small = new PictureFilter(in, fields, sink, failure);
                JsonParser parser = JSON.createParser(small)) {
            if (parser.nextToken() == null) {
                return MissingNode.getInstance();
            }
            JsonNode node = node(parser);
            if (parser.nextToken() != null) {
                throw failure.apply("answered with more than one JSON value");
            }
            return node;
        } catch (JsonProcessingException e) {
            // Its message quotes what came, so it is left out.
            throw failure.apply("answered with something that is not whole JSON");
        } catch (IOException e) {
            throw failure.apply("broke off its answer").causedBy(e);
        }
    }

    private JsonNode node(JsonParser parser) throws IOException {
        keep(1);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object(parser);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(parser);
        }
        if (token == JsonToken.VALUE_STRING) {
            return text(parser);
        }
        if (token.isNumeric()) {
            keep(parser.getTextLength());
            return token == JsonToken.VALUE_NUMBER_INT
                    ? NODES.numberNode(parser.getBigIntegerValue())
                    : NODES.numberNode(parser.getDecimalValue());
        }
        return token.isBoolean() ? NODES.booleanNode(parser.getBooleanValue()) : NODES.nullNode();
    }

    private ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            keep(name.length());
            parser.nextToken();
            object.set(name, node(parser));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(node(parser));
        }
        return array;
    }

    private JsonNode text(JsonParser parser) throws IOException {
        String text = parser.getText();
        keep(text.length());
        return NODES.textNode(text);
    }

    private void keep(int more) {
        kept += more;
        if (kept > MOST_KEPT) {
            throw PlatformException.upstream(
                            "vendor_answer_too_large",
                            failure.apply("answered with too much").getMessage(),
                            false)
                    .withDetails(failure.apply("").details());
        }
    }
}
