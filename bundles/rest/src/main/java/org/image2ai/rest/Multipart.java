package org.image2ai.rest;

import java.io.IOException;
import java.util.List;
import org.apache.cxf.jaxrs.ext.MessageContextImpl;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.jaxrs.utils.multipart.AttachmentUtils;

/** The parts of the current request's {@code multipart/form-data} body (RFC 7578). */
final class Multipart {
    /** Parts beyond this pass through a temporary file. */
    private static final String MEMORY_BYTES = "65536";

    private Multipart() {}

    static List<Attachment> parts(long maxBytes) throws IOException {
        return AttachmentUtils.getMultipartBody(
                        new MessageContextImpl(JAXRSUtils.getCurrentMessage()),
                        System.getProperty("java.io.tmpdir"),
                        MEMORY_BYTES,
                        Long.toString(maxBytes))
                .getAllAttachments();
    }

    /** The field's name; empty where the part says none. */
    static String name(Attachment part) {
        String name = part.getContentDisposition() == null
                ? null
                : part.getContentDisposition().getParameter("name");
        return name == null ? "" : name;
    }
}
