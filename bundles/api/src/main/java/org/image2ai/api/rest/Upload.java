package org.image2ai.api.rest;

import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that a client sends: the part named {@code file} of a {@code multipart/form-data} body, or the whole raw body
 * of any other type. As the entity parameter of a resource method it is filled in by {@code rest}; large ones pass
 * through a temporary file, never through the heap.
 *
 * @param content the bytes; read once, closed by {@code rest} after the request
 * @param mediaType what the client says it is; not to be trusted
 * @param fileName what the client calls it; not to be trusted
 */
public record Upload(InputStream content, Optional<String> mediaType, Optional<String> fileName) {
    public Upload {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(fileName, "fileName");
    }
}
