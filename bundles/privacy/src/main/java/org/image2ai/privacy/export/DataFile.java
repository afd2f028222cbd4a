package org.image2ai.privacy.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** A JSON array that is written item by item, one a line. */
final class DataFile {
    private final JsonGenerator json;

    DataFile(OutputStream out) throws IOException {
        json = Notes.JSON.getFactory().createGenerator(out);
        json.writeStartArray();
    }

    void add(Map<String, Object> item) throws IOException {
        json.writeRaw('\n');
        Notes.JSON.writeValue(json, item);
    }

    void end() throws IOException {
        json.writeRaw('\n');
        json.writeEndArray();
        json.close();
    }
}
