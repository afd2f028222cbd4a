package org.image2ai.privacy.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The list of every other file in a copy with its SHA-256, and of all that is missing. */
final class Manifest {
    static final String NAME = "manifest.json";

    private final Copy copy;
    private final List<Entry> closing;

    /** @param closing the files of the last part, which is being written */
    Manifest(Copy copy, List<Entry> closing) {
        this.copy = copy;
        this.closing = closing;
    }

    void write(OutputStream out) throws IOException {
        Export export = copy.export();
        try (JsonGenerator json = Notes.JSON.getFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("export", export.id());
            json.writeStringField("account", export.subject().value());
            json.writeStringField("created", export.created().toString());
            json.writeNumberField("items", export.progress().items());
            json.writeBooleanField("complete", export.progress().gaps() == 0);
            json.writeArrayFieldStart("entries");
            copy.entries((entry, offset) -> write(json, entry));
            for (Entry entry : closing) {
                write(json, entry);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("gaps");
            copy.gaps(gap -> write(json, gap));
            json.writeEndArray();
            json.writePOJOField("recipients", Recipients.of(copy));
            json.writePOJOField("bundlesNotAsked", export.progress().missing());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", entry.name());
        json.writeNumberField("bytes", entry.bytes());
        json.writeStringField("sha256", entry.sha256());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Gap gap) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "GAP");
        json.writeStringField("bundle", gap.bundle());
        json.writeStringField("holding", gap.holding());
        json.writeStringField("name", gap.name());
        json.writeStringField("reason", gap.reason());
        json.writeEndObject();
    }
}
