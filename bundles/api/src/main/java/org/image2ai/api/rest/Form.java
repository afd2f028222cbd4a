package org.image2ai.api.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PlatformException;

/**
 * A {@code multipart/form-data} body, its parts in the order in which they came. As the entity parameter of a resource
 * method it is filled in by {@code rest}; large parts pass through temporary files, never through the heap.
 *
 * @param parts all of them
 */
public record Form(List<Part> parts) {
    /**
     * One part.
     *
     * @param name the field's name
     * @param fileName what the client calls the file, for one; not to be trusted
     * @param content the bytes; read once, closed by {@code rest} after the request
     */
    public record Part(String name, Optional<String> fileName, InputStream content) {
        public Part {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(fileName, "fileName");
            Objects.requireNonNull(content, "content");
        }
    }

    public Form {
        parts = List.copyOf(parts);
    }

    /** The files of a field, also of its name with {@code []} behind it, as clients write a list. */
    public List<Part> files(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name) || part.name().equals(name + "[]"))
                .toList();
    }

    /**
     * The text of a field, UTF-8, if it is there once.
     *
     * @throws PlatformException INVALID {@code invalid_field} when it is there twice, longer than that, or not UTF-8
     */
    public Optional<String> text(String name, int maxBytes) {
        List<Part> found = parts.stream().filter(p -> p.name().equals(name)).toList();
        if (found.size() > 1) {
            throw invalid(name, "The field " + name + " is there more than once.");
        }
        return found.stream().findFirst().map(part -> read(part, maxBytes));
    }

    private static String read(Part part, int maxBytes) {
        try {
            byte[] bytes = part.content().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw invalid(part.name(), "The field " + part.name() + " is longer than " + maxBytes + " bytes.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException e) {
            throw invalid(part.name(), "The field " + part.name() + " is not text in UTF-8.");
        }
    }

    /** @throws PlatformException INVALID {@code unknown_field} when a field is none of these */
    public void requireOnly(Set<String> names) {
        parts.stream()
                .map(Part::name)
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
                    throw PlatformException.invalid("unknown_field", "There is no field " + shown + ".")
                            .withField(shown);
                });
    }

    private static PlatformException invalid(String field, String message) {
        return PlatformException.invalid("invalid_field", message).withField(field);
    }
}
