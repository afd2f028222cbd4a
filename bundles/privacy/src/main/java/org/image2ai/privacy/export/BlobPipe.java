package org.image2ai.privacy.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes what another thread stores. A store takes a stream to read, and what is exported comes written; a file between
 * the two would cost a second copy of everything, in plain, where nobody erases it.
 */
final class BlobPipe extends OutputStream {
    private static final int CHUNK = 1 << 17;
    private static final int CHUNKS = 8;
    private static final long LOOK_MILLIS = 200;
    private static final byte[] END = {};
    private static final byte[] GIVEN_UP = {};

    private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(CHUNKS);
    private final Future<?> stored;
    private byte[] chunk = new byte[CHUNK];
    private int filled;

    /** @param store reads the stream to its end; it throws when the writer gives up, and then must store nothing */
    BlobPipe(ExecutorService threads, Consumer<InputStream> store) {
        stored = threads.submit(() -> store.accept(new Source()));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, CHUNK - filled);
            System.arraycopy(from, offset + done, chunk, filled, now);
            filled += now;
            done += now;
            if (filled == CHUNK) {
                pass(chunk);
                chunk = new byte[CHUNK];
                filled = 0;
            }
        }
    }

    private void pass(byte[] full) throws IOException {
        try {
            while (!chunks.offer(full, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stored.isDone()) {
                    await();
                    throw new IOException("the store ended before the content");
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Ends the content; it is stored when this returns. */
    void commit() throws IOException {
        if (filled > 0) {
            pass(Arrays.copyOf(chunk, filled));
        }
        pass(END);
        await();
    }

    private void await() throws IOException {
        try {
            stored.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IOException("the store failed", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("told to stop");
    }

    /** Gives up, unless it was committed; nothing is stored then, and nothing is being stored when this returns. */
    @Override
    public void close() {
        chunks.clear();
        chunks.offer(GIVEN_UP);
        try {
            stored.get();
        } catch (ExecutionException e) {
            // That it failed is what was wanted, or was told before.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reading end. */
    private final class Source extends InputStream {
        private byte[] current = {};
        private int at;
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int count) throws IOException {
            while (!ended && at == current.length) {
                current = next();
                at = 0;
                ended = current == END;
            }
            if (ended) {
                return -1;
            }
            int now = Math.min(count, current.length - at);
            System.arraycopy(current, at, to, offset, now);
            at += now;
            return now;
        }

        private byte[] next() throws IOException {
            try {
                byte[] next = chunks.take();
                if (next == GIVEN_UP) {
                    throw new IOException("the writer gave up");
                }
                return next;
            } catch (InterruptedException e) {
                throw interrupted();
            }
        }
    }
}
