package org.image2ai.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.image2ai.api.model.RenderSession;
import org.image2ai.kit.vendor.PictureSink;
import org.image2ai.kit.vendor.VendorAnswer;
import org.image2ai.kit.vendor.VendorClient;

/** What came back: one JSON with all pictures, or events of which the last has the one that counts. */
final class Answers {
    private static final Set<String> PICTURES = Set.of("b64_json");
    private static final int LOOK_AHEAD = 256;

    private final VendorClient client;
    private final RenderSession session;
    private final int count;
    private JsonNode completed = MissingNode.getInstance();
    private int previews;

    Answers(VendorClient client, RenderSession session, int count) {
        this.client = client;
        this.session = session;
        this.count = count;
    }

    /** The answer without its pictures, which went to the session, and how many those were. */
    record Read(JsonNode rest, int pictures) {}

    Read read(VendorAnswer answer) {
        boolean events = answer.header("content-type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return events ? events(answer) : whole(answer);
    }

    private Read whole(VendorAnswer answer) {
        JsonNode rest = answer.pictures(PICTURES, PictureSink.outputs(session, count));
        int pictures = 0;
        for (JsonNode item : rest.path("data")) {
            pictures += item.path("b64_json").isNumber() ? 1 : 0;
        }
        if (pictures == 0) {
            throw answer.failure("answered without a picture");
        }
        return new Read(rest, Math.min(pictures, count));
    }

    private Read events(VendorAnswer answer) {
        answer.events((name, data) -> {
            BufferedInputStream known = new BufferedInputStream(data, LOOK_AHEAD);
            event(answer, name.equals("message") ? type(known) : name, known);
            return completed.isMissingNode();
        });
        if (completed.isMissingNode()) {
            throw answer.failure("broke off its events");
        }
        return new Read(completed, 1);
    }

    /** Where the event has no name, its type stands near the beginning of its data. */
    private static String type(InputStream data) {
        try {
            data.mark(LOOK_AHEAD);
            String start = new String(data.readNBytes(LOOK_AHEAD), StandardCharsets.UTF_8);
            data.reset();
            return start.contains(".partial_image\"")
                    ? "partial_image"
                    : start.contains("\"error\"") ? "error" : ".completed";
        } catch (IOException e) {
            return "";
        }
    }

    private void event(VendorAnswer answer, String name, InputStream data) {
        if (name.endsWith("partial_image")) {
            answer.pictures(data, PICTURES, PictureSink.previews(session, 0));
            session.progress(0.3 + 0.15 * Math.min(previews++, 4), "painting");
        } else if (name.endsWith(".completed")) {
            JsonNode rest = answer.pictures(data, PICTURES, PictureSink.output(session, 0));
            if (!rest.path("b64_json").isNumber()) {
                throw answer.failure("completed without a picture");
            }
            completed = rest;
        } else if (name.equals("error")) {
            JsonNode error = answer.pictures(data, Set.of(), PictureSink.output(session, 0));
            throw client.error(answer.refusal(error));
        }
    }
}
