package org.image2ai.rest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Upload;

/** Reads an {@link Upload}: of a multipart body the part named {@code file}, of any other the whole body. */
@Consumes(MediaType.WILDCARD)
final class UploadReader implements MessageBodyReader<Upload> {
    private final long maxMultipartBytes;

    UploadReader(long maxMultipartBytes) {
        this.maxMultipartBytes = maxMultipartBytes;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Upload.class;
    }

    @Override
    public Upload readFrom(
            Class<Upload> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (!mediaType.getType().equalsIgnoreCase("multipart")) {
            return new Upload(body, Optional.of(mediaType.toString()), Optional.empty());
        }
        Attachment file = Multipart.parts(maxMultipartBytes).stream()
                .filter(part -> Multipart.name(part).equals("file"))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("missing_file", "The form has no part named file.")
                        .withField("file"));
        return new Upload(
                file.getDataHandler().getInputStream(),
                Optional.ofNullable(file.getContentType()).map(MediaType::toString),
                Optional.ofNullable(file.getContentDisposition().getFilename()));
    }
}
