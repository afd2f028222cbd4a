package org.image2ai.egress;

import java.io.IOException;
import java.io.InputStream;
import org.image2ai.api.PlatformException;

/** A body that ends with an error where it is longer than the caller wants, or later. It counts what is unpacked. */
final class LimitedBody extends InputStream {
    private final InputStream in;
    private final long limit;
    private final Deadline deadline;
    private long count;

    LimitedBody(InputStream in, long limit, Deadline deadline) {
        this.in = in;
        this.limit = limit;
        this.deadline = deadline;
    }

    private interface Read {
        int bytes() throws IOException;
    }

    @Override
    public int read() {
        return counted(in::read, 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return length == 0 ? 0 : counted(() -> in.read(buffer, offset, length), 0);
    }

    private int counted(Read read, int each) {
        int got;
        try {
            got = read.bytes();
        } catch (IOException e) {
            throw deadline.isOver()
                    ? Deadline.exceeded().causedBy(e)
                    : PlatformException.upstream("host_unreachable", "The answer broke off.", true)
                            .causedBy(e);
        }
        if (deadline.isOver()) {
            throw Deadline.exceeded();
        }
        if (got >= 0) {
            count += each > 0 ? each : got;
        }
        if (count > limit) {
            throw PlatformException.upstream(
                    "response_too_large", "The answer has more than " + limit + " bytes.", false);
        }
        return got;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
