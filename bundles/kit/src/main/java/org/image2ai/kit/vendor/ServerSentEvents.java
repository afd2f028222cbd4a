package org.image2ai.kit.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.image2ai.api.PlatformException;

/**
 * Reads the events of <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 * while they come in. The data of an event is a stream, since a whole picture may stand in one line.
 */
public final class ServerSentEvents {
    private static final int MOST_NAME = 200;

    private final Lines lines;

    /** Takes the events of one body. */
    public ServerSentEvents(InputStream in) {
        lines = new Lines(in);
    }

    /** Takes an event. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @param name of the event, where it stood before its data; {@code message} otherwise
         * @param data to be read now; what is left of it is skipped
         * @return whether more events are wanted
         */
        boolean event(String name, InputStream data);
    }

    /**
     * Gives every event to a handler, until it wants no more or there are none.
     *
     * @return whether the handler had enough; false when the stream came to its end
     * @throws PlatformException the failure of the body
     */
    public boolean read(Handler handler) {
        try {
            String name = "message";
            for (Optional<String> field = lines.field(); field.isPresent(); field = lines.field()) {
                switch (field.get()) {
                    case "event" -> name = text();
                    case "" -> name = "message";
                    case "data" -> {
                        Data data = new Data();
                        boolean more = handler.event(name, data);
                        if (!more) {
                            return true;
                        }
                        data.skipRest();
                        name = "message";
                    }
                    default -> lines.skipLine();
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() throws IOException {
        byte[] start = new byte[MOST_NAME];
        int count = 0;
        for (int b = lines.inLine(); b >= 0; b = lines.inLine()) {
            if (count < start.length) {
                start[count++] = (byte) b;
            }
        }
        return new String(start, 0, count, StandardCharsets.UTF_8);
    }

    /** The data lines of one event, joined by line feeds. */
    private final class Data extends InputStream {
        private boolean ended;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (ended || length == 0) {
                return ended ? -1 : 0;
            }
            int got = lines.inLine(buffer, offset, length);
            if (got > 0) {
                return got;
            }
            for (Optional<String> field = lines.field(); field.isPresent(); field = lines.field()) {
                if (field.get().isEmpty()) {
                    break;
                }
                if (field.get().equals("data")) {
                    buffer[offset] = '\n';
                    return 1;
                }
                lines.skipLine();
            }
            ended = true;
            return -1;
        }

        void skipRest() throws IOException {
            byte[] nowhere = new byte[8_192];
            while (read(nowhere, 0, nowhere.length) >= 0) {
                continue;
            }
        }
    }
}
