package org.image2ai.library.mark;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Bytes of a file by their place. Beyond its end there is an {@link EOFException} and not a guess. */
final class Window implements Closeable {
    private final FileChannel file;
    private final long length;
    private final ByteBuffer seen = ByteBuffer.allocate(1024).limit(0);
    private long at;

    Window(Path path) throws IOException {
        file = FileChannel.open(path);
        length = file.size();
    }

    long length() {
        return length;
    }

    int u8(long place) throws IOException {
        if (place < at || place >= at + seen.limit()) {
            look(place);
        }
        return seen.get((int) (place - at)) & 0xff;
    }

    private void look(long place) throws IOException {
        at = place;
        seen.clear();
        int n = place < 0 ? -1 : file.read(seen, place);
        seen.limit(Math.max(0, n));
        if (n < 1) {
            throw new EOFException();
        }
    }

    /** Two bytes, the higher first. */
    int u16(long place) throws IOException {
        return u8(place) << 8 | u8(place + 1);
    }

    /** Four bytes, the highest first. */
    long u32(long place) throws IOException {
        return (long) u16(place) << 16 | u16(place + 2);
    }

    /** Some bytes, the lowest first. */
    long little(long place, int count) throws IOException {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | u8(place + i);
        }
        return number;
    }

    byte[] bytes(long place, int count) throws IOException {
        if (place + count > length) {
            throw new EOFException();
        }
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, place + bytes.position()) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }

    /** As many characters as there are, up to a small number. */
    String text(long place, long most) throws IOException {
        int count = (int) Math.max(0, Math.min(most, length - place));
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append((char) u8(place + i));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
