package org.image2ai.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the structure of a file from its first byte to its last: size, frames, and whether it is all there. */
final class Headers {
    private static final int SNIFFED = 1024;

    private Headers() {}

    static Header read(Path file) throws IOException {
        Kind kind = sniff(file);
        try (InputStream in = Files.newInputStream(file)) {
            Header header = read(kind, new FileBytes(in), Files.size(file));
            if (header.width() < 1 || header.height() < 1) {
                throw Faults.broken();
            }
            return header;
        } catch (EOFException e) {
            throw Faults.truncated().causedBy(e);
        }
    }

    private static Kind sniff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(SNIFFED);
            if (head.length == 0) {
                throw Faults.empty();
            }
            return Kind.of(head);
        }
    }

    private static Header read(Kind kind, FileBytes in, long length) throws IOException {
        return switch (kind) {
            case PNG -> PngHeader.read(in);
            case JPEG -> JpegHeader.read(in);
            case WEBP -> WebpHeader.read(in, length);
            case GIF -> GifHeader.read(in);
            case SVG -> throw Faults.unsupported("SVG is not taken, because it is a programme.");
            case OTHER -> throw Faults.unsupported("This is not a picture of a type that is taken.");
        };
    }
}
