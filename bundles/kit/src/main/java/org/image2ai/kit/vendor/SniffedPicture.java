package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.RenderSession.PictureStream;

/**
 * One picture on its way from a vendor. Where it goes is opened when its first bytes have told what it is. It is ended
 * by {@link #finish}; closed without that, it is given up.
 */
final class SniffedPicture extends OutputStream {
    private final int number;
    private final PictureSink sink;
    private final Function<String, PlatformException> failure;
    private final byte[] first = new byte[MediaTypes.ENOUGH];
    private int count;
    private boolean opened;
    private Optional<PictureStream> out = Optional.empty();

    /** @param failure makes the vendor's failure of words that follow its name */
    SniffedPicture(int number, PictureSink sink, Function<String, PlatformException> failure) {
        this.number = number;
        this.sink = sink;
        this.failure = failure;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        while (!opened && start < end) {
            first[count++] = bytes[start++];
            if (count == first.length) {
                open();
            }
        }
        if (start < end && out.isPresent()) {
            out.get().write(bytes, start, end - start);
        }
    }

    private void open() throws IOException {
        byte[] told = Arrays.copyOf(first, count);
        String mediaType = MediaTypes.of(told).orElseThrow(() -> failure.apply("sent something that is not a picture"));
        opened = true;
        out = sink.open(number, mediaType);
        if (out.isPresent()) {
            out.get().write(told);
        }
    }

    /** Whether nothing came. */
    boolean isEmpty() {
        return count == 0;
    }

    /** The picture came to its end. */
    void finish() throws IOException {
        if (!opened && count > 0) {
            open();
        }
        if (out.isPresent()) {
            PictureStream ended = out.get();
            ended.close();
            out = Optional.empty();
        }
    }

    /** Gives up what was not finished. */
    @Override
    public void close() {
        out.ifPresent(PictureStream::abort);
        out = Optional.empty();
    }
}
