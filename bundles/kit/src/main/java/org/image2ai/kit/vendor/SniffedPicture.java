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
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        while (!opened && start < end) {
            first[count++] = bytes[start++];
            if (count == first.length) {
                open();
            }
        }
        if (start < end) {
            store(bytes, start, end - start);
        }
    }

    private void open() {
        byte[] told = Arrays.copyOf(first, count);
        String mediaType = MediaTypes.of(told).orElseThrow(() -> failure.apply("sent something that is not a picture"));
        opened = true;
        out = sink.open(number, mediaType);
        store(told, 0, told.length);
    }

    /** What goes wrong here is not the vendor's fault. */
    private void store(byte[] bytes, int offset, int length) {
        try {
            if (out.isPresent()) {
                out.get().write(bytes, offset, length);
            }
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    private static PlatformException notStored(IOException e) {
        return PlatformException.internal("picture_not_stored", "The picture could not be written.", e);
    }

    /** Whether nothing came. */
    boolean isEmpty() {
        return count == 0;
    }

    /** The picture came to its end. */
    void finish() {
        if (!opened && count > 0) {
            open();
        }
        try {
            if (out.isPresent()) {
                out.get().close();
                out = Optional.empty();
            }
        } catch (IOException e) {
            throw notStored(e);
        }
    }

    /** Gives up what was not finished. */
    @Override
    public void close() {
        out.ifPresent(PictureStream::abort);
        out = Optional.empty();
    }
}
