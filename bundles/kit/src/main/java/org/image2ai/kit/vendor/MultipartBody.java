package org.image2ai.kit.vendor;

import java.util.UUID;
import org.image2ai.api.egress.EgressRequest;
import org.image2ai.api.model.RenderInput;

/** A request of {@code multipart/form-data} (RFC 7578) whose pictures are read while it is sent. */
public final class MultipartBody {
    private static final String LINE = "\r\n";

    private final String boundary = "image2ai-" + UUID.randomUUID();
    private final Segments segments = new Segments();
    private int files;

    /**
     * With a field of text.
     *
     * @param name the vendor's own, never a person's
     */
    public MultipartBody text(String name, Object content) {
        segments.add(head(name) + LINE + LINE + content + LINE);
        return this;
    }

    /**
     * With a picture, whose file gets a name that tells nothing.
     *
     * @param name the vendor's own, never a person's
     */
    public MultipartBody picture(String name, RenderInput input) {
        String suffix = input.mediaType().substring(input.mediaType().indexOf('/') + 1);
        String file = "picture-" + ++files + "." + suffix;
        segments.add(
                head(name) + "; filename=\"" + file + "\"" + LINE + "Content-Type: " + input.mediaType() + LINE + LINE);
        segments.add(input.bytes(), () -> input.content().open());
        segments.add(LINE);
        return this;
    }

    private String head(String name) {
        return "--" + boundary + LINE + "Content-Disposition: form-data; name=\"" + name + "\"";
    }

    /** What is sent; the pictures are opened then. */
    public EgressRequest.Body body() {
        return segments.copy().add("--" + boundary + "--" + LINE).body("multipart/form-data; boundary=" + boundary);
    }
}
