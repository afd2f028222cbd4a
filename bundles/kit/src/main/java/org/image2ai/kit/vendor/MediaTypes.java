package org.image2ai.kit.vendor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What the first bytes of a file say that it is. */
final class MediaTypes {
    /** So many bytes tell. */
    static final int ENOUGH = 12;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WEBP = "WEBP".getBytes(StandardCharsets.US_ASCII);

    private MediaTypes() {}

    static Optional<String> of(byte[] first) {
        if (has(first, 0, PNG)) {
            return Optional.of("image/png");
        }
        if (has(first, 0, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return has(first, 0, RIFF) && has(first, 8, WEBP) ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean has(byte[] bytes, int at, byte[] wanted) {
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
