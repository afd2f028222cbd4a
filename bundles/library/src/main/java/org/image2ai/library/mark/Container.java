package org.image2ai.library.mark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file format: where it keeps a C2PA manifest and an XMP packet. Read once, from its chunk headers only. */
abstract class Container {
    /** The longest packet that is read; a longer one is nobody's metadata. */
    static final int LONGEST_PACKET = 1 << 20;

    private static final int MOST_PACKETS = 100;

    /** Bytes of the file: from the first to before the last. */
    record Span(long from, long to) {}

    private final List<Span> packets = new ArrayList<>();
    private Optional<byte[]> xmp = Optional.empty();
    private boolean manifest;

    static Container read(String mediaType, Window in) throws IOException {
        return switch (mediaType) {
            case "image/png" -> new PngFile(in);
            case "image/jpeg" -> new JpegFile(in);
            case "image/webp" -> new WebpFile(in);
            default -> throw new IOException("a file of type " + mediaType + " cannot be marked");
        };
    }

    /** Notes a packet, and reads it when it is the first. */
    final void packet(Span chunk, Optional<byte[]> content) throws IOException {
        if (packets.size() == MOST_PACKETS) {
            throw new IOException("a picture of more than " + MOST_PACKETS + " XMP packets");
        }
        if (packets.isEmpty()) {
            xmp = content;
        }
        packets.add(chunk);
    }

    final void manifest() {
        manifest = true;
    }

    final List<Span> packets() {
        return packets;
    }

    final Marks marks() {
        boolean elsewhere = xmp.map(Merge::namesManifest).orElse(false);
        return new Marks(manifest || elsewhere, packets.size(), xmp);
    }

    /** Keeps a part of the file but for the packets in it. */
    final void keepWithoutPackets(Splice splice, long from, long to) {
        long next = from;
        for (Span packet : packets) {
            if (packet.from() >= next && packet.to() <= to) {
                splice.keep(next, packet.from());
                next = packet.to();
            }
        }
        splice.keep(next, to);
    }

    /** The longest packet that the format can hold. */
    abstract int capacity();

    /** The file with this packet, and no other. */
    abstract Splice with(byte[] packet) throws IOException;
}
