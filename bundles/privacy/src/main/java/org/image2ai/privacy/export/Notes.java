package org.image2ai.privacy.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Values of one type, one JSON text a line: what a part says of itself, read back one by one. */
final class Notes {
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private long count;

    /** Says something more. @throws IOException when it cannot be said in JSON; then nothing of it is there */
    void add(Object note) throws IOException {
        byte[] line = JSON.writeValueAsBytes(note);
        lines.write(line);
        lines.write('\n');
        count++;
    }

    long count() {
        return count;
    }

    int bytes() {
        return lines.size();
    }

    byte[] toBytes() {
        return lines.toByteArray();
    }

    /** Takes a note. */
    interface Reader<T> {
        void take(T note) throws IOException;
    }

    /** Reads notes, of which one is in memory at a time. */
    static <T> void read(InputStream from, Class<T> type, Reader<T> reader) throws IOException {
        try (MappingIterator<T> notes = JSON.readerFor(type).readValues(from)) {
            while (notes.hasNextValue()) {
                reader.take(notes.nextValue());
            }
        }
    }

    /** A short list as text for a row. */
    static String write(Collection<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a row. */
    static List<String> words(String text) {
        return parse(text, new TypeReference<List<String>>() {});
    }

    /** The steps of a row. */
    static List<Step> steps(String text) {
        return parse(text, new TypeReference<List<Step>>() {});
    }

    private static <T> List<T> parse(String text, TypeReference<List<T>> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type)).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
