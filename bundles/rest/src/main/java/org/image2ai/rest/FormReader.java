package org.image2ai.rest;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.image2ai.api.rest.Form;

/** Reads a {@link Form}. */
@Consumes(MediaType.MULTIPART_FORM_DATA)
final class FormReader implements MessageBodyReader<Form> {
    private final long maxBytes;

    FormReader(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Form.class;
    }

    @Override
    public Form readFrom(
            Class<Form> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        List<Attachment> attachments = Multipart.parts(maxBytes);
        List<Form.Part> parts = new ArrayList<>();
        for (Attachment part : attachments) {
            Optional<String> file =
                    Optional.ofNullable(part.getContentDisposition()).map(disposition -> disposition.getFilename());
            parts.add(new Form.Part(
                    Multipart.name(part), file, part.getDataHandler().getInputStream()));
        }
        return new Form(parts);
    }
}
