package org.image2ai.rest;

import java.io.IOException;
import java.util.List;
import javax.ws.rs.WebApplicationException;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.jaxrs.ext.MessageContextImpl;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.jaxrs.utils.multipart.AttachmentUtils;
import org.apache.cxf.message.Message;
import org.image2ai.api.PlatformException;

/** The parts of the current request's {@code multipart/form-data} body (RFC 7578). */
final class Multipart {
    /** Parts beyond this pass through a temporary file. */
    private static final String MEMORY_BYTES = "65536";

    private static final int MOST_PARTS = 100;

    private Multipart() {}

    static List<Attachment> parts(long maxBytes) throws IOException {
        Message message = JAXRSUtils.getCurrentMessage();
        message.put(AttachmentDeserializer.ATTACHMENT_MAX_COUNT, Integer.toString(MOST_PARTS));
        try {
            return AttachmentUtils.getMultipartBody(
                            new MessageContextImpl(message),
                            System.getProperty("java.io.tmpdir"),
                            MEMORY_BYTES,
                            Long.toString(maxBytes))
                    .getAllAttachments();
        } catch (PlatformException | WebApplicationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** CXF has no errors of its own for a form that is none; whoever left in the middle hears of it no more. */
    static PlatformException unreadable(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (String.valueOf(t.getMessage()).contains("more attachments than")) {
                return PlatformException.invalid("too_many_parts", "A form has at most " + MOST_PARTS + " parts.");
            }
        }
        return PlatformException.invalid("malformed_form", "The form cannot be read; look at its boundary and parts.")
                .causedBy(failure);
    }

    /** The field's name; empty where the part says none. */
    static String name(Attachment part) {
        String name = part.getContentDisposition() == null
                ? null
                : part.getContentDisposition().getParameter("name");
        return name == null ? "" : name;
    }
}
