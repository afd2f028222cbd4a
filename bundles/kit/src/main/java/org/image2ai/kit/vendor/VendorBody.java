package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import org.image2ai.api.PlatformException;

/** A body whose failures are the vendor's. */
final class VendorBody extends InputStream {
    private final InputStream in;
    private final VendorAnswer answer;

    VendorBody(InputStream in, VendorAnswer answer) {
        this.in = in;
        this.answer = answer;
    }

    private interface Read {
        int bytes() throws IOException;
    }

    @Override
    public int read() {
        return guarded(in::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return guarded(() -> in.read(buffer, offset, length));
    }

    private int guarded(Read read) {
        if (Thread.currentThread().isInterrupted()) {
            throw VendorFailure.cancelled();
        }
        try {
            return read.bytes();
        } catch (PlatformException e) {
            throw VendorFailure.ofEgress(answer.vendor(), e, answer.requestId());
        } catch (IOException e) {
            throw answer.failure("broke off its answer").causedBy(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
