package org.image2ai.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;

/**
 * What follows the prefix of an object, to be read from any place: one stream of the store for each run of bytes that
 * follow each other.
 */
final class ObjectChannel implements SeekableByteChannel {
    private final ObjectStore store;
    private final ObjectKey key;
    private final long size;
    private InputStream stream;
    private long streamAt;
    private long position;
    private boolean open = true;

    ObjectChannel(ObjectStore store, ObjectKey key, long atRest) {
        this.store = store;
        this.key = key;
        this.size = Math.max(0, atRest - BlobCipher.PREFIX);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (stream == null || streamAt != position) {
            close(stream);
            stream = store.get(key, BlobCipher.PREFIX + position, Long.MAX_VALUE);
            streamAt = position;
        }
        byte[] bytes = new byte[to.remaining()];
        int n = stream.read(bytes);
        if (n > 0) {
            to.put(bytes, 0, n);
            position += n;
            streamAt = position;
        }
        return n;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        close(stream);
        stream = null;
    }

    private static void close(InputStream stream) throws IOException {
        if (stream != null) {
            stream.close();
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }
}
