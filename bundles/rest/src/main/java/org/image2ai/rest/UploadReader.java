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
import org.apache.cxf.jaxrs.ext.MessageContextImpl;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.ext.multipart.MultipartBody;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.jaxrs.utils.multipart.AttachmentUtils;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.Upload;

/** Reads an {@link Upload}: of a multipart body the part named {@code file}, of any other the whole body. */
@Consumes(MediaType.WILDCARD)
final class UploadReader implements MessageBodyReader<Upload> {
    /** Parts beyond this pass through a temporary file. */
    private static final String MEMORY_BYTES = "65536";

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
        if (!mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE) || mediaType.isWildcardType()) {
            return new Upload(body, Optional.of(mediaType.toString()), Optional.empty());
        }
        MultipartBody parts = AttachmentUtils.getMultipartBody(
                new MessageContextImpl(JAXRSUtils.getCurrentMessage()),
                System.getProperty("java.io.tmpdir"),
                MEMORY_BYTES,
                Long.toString(maxMultipartBytes));
        Attachment file = parts.getAllAttachments().stream()
                .filter(part -> part.getContentDisposition() != null
                        && "file".equals(part.getContentDisposition().getParameter("name")))
                .findFirst()
                .orElseThrow(() -> PlatformException.invalid("missing_file", "The form has no part named file.")
                        .withField("file"));
        return new Upload(
                file.getDataHandler().getInputStream(),
                Optional.ofNullable(file.getContentType()).map(MediaType::toString),
                Optional.ofNullable(file.getContentDisposition().getFilename()));
    }
}
