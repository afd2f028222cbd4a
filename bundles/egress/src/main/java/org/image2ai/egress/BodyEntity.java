package org.image2ai.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.image2ai.api.egress.EgressRequest.Body;

/** What is sent, opened when it is wanted. */
final class BodyEntity extends AbstractHttpEntity {
    private final Body body;

    BodyEntity(Body body) {
        super(body.mediaType(), null, body.bytes() < 0);
        this.body = body;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public long getContentLength() {
        return body.bytes();
    }

    @Override
    public InputStream getContent() {
        return body.content().get();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream content = getContent()) {
            content.transferTo(out);
        }
    }

    @Override
    public void close() {
        // Nothing stays open between two writes.
    }
}
