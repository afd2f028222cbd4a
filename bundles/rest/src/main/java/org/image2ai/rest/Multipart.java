package org.image2ai.rest;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.ext.Providers;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.attachment.AttachmentUtil;
import org.apache.cxf.attachment.HeaderSizeExceededException;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.io.CacheSizeExceededException;
import org.apache.cxf.jaxrs.ext.multipart.Attachment;
import org.apache.cxf.jaxrs.impl.ProvidersImpl;
import org.apache.cxf.jaxrs.interceptor.AttachmentInputInterceptor;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
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
        message.put(AttachmentDeserializer.ATTACHMENT_DIRECTORY, System.getProperty("java.io.tmpdir"));
        message.put(AttachmentDeserializer.ATTACHMENT_MEMORY_THRESHOLD, MEMORY_BYTES);
        message.put(AttachmentDeserializer.ATTACHMENT_MAX_SIZE, Long.toString(maxBytes));
        message.put(AttachmentDeserializer.ATTACHMENT_MAX_COUNT, Integer.toString(MOST_PARTS - 1));
        try {
            return read(message);
        } catch (PlatformException | WebApplicationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(e);
        }
    }

    private static List<Attachment> read(Message message) throws IOException {
        new AttachmentInputInterceptor().handleMessage(message);
        // CXF counts the parts after the first, and only when it is asked how many there are.
        List<Attachment> parts = new ArrayList<>(1 + message.getAttachments().size());
        Providers providers = new ProvidersImpl(message);
        Map<String, List<String>> first =
                CastUtils.cast((Map<?, ?>) message.get(AttachmentDeserializer.ATTACHMENT_PART_HEADERS));
        InputStream body = message.getContent(InputStream.class);
        parts.add(new Attachment(AttachmentUtil.createAttachment(body, first, message), providers));
        message.getAttachments().forEach(part -> parts.add(new Attachment(part, providers)));
        return parts;
    }

    /** CXF has no errors of its own for a form that is none; whoever left in the middle hears of it no more. */
    static PlatformException unreadable(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof HeaderSizeExceededException || t instanceof CacheSizeExceededException) {
                return PlatformException.invalid(
                        "payload_too_large", "A part of the form, or its header, is too large.");
            }
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
