package org.image2ai.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** What follows a place in an opened channel, which says neither its end nor that it was cut off: it reads nothing. */
final class PartInput extends InputStream {
    private final SeekableByteChannel channel;

    PartInput(SeekableByteChannel channel, long offset) throws IOException {
        this.channel = channel.position(Math.min(offset, channel.size()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (channel.position() >= channel.size()) {
            return -1;
        }
        int n = channel.read(ByteBuffer.wrap(b, off, len));
        if (n <= 0) {
            throw new IOException(new GeneralSecurityException("bytes are missing"));
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
