package org.image2ai.library;

import java.nio.charset.StandardCharsets;

/** What a file is, by its first bytes. */
enum Kind {
    PNG,
    JPEG,
    WEBP,
    GIF,
    SVG,
    OTHER;

    static Kind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return GIF;
        }
        return text.contains("<svg") ? SVG : OTHER;
    }

    String mediaType() {
        return "image/" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
