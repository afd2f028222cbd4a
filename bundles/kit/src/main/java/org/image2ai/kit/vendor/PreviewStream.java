package org.image2ai.kit.vendor;

import java.io.ByteArrayOutputStream;
import org.image2ai.api.model.RenderSession;

/** Gathers an unfinished picture, which is small or not wanted. */
final class PreviewStream extends RenderSession.PictureStream {
    private static final int MOST = 1 << 20;

    private final RenderSession session;
    private final int output;
    private final String mediaType;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean wanted = true;

    PreviewStream(RenderSession session, int output, String mediaType) {
        this.session = session;
        this.output = output;
        this.mediaType = mediaType;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) {
        if (wanted && bytes.size() + len > MOST) {
            abort();
        }
        if (wanted) {
            bytes.write(b, off, len);
        }
    }

    @Override
    public void abort() {
        wanted = false;
        bytes.reset();
    }

    @Override
    public void close() {
        if (wanted) {
            wanted = false;
            session.preview(output, mediaType, bytes.toByteArray());
        }
    }
}
