package org.image2ai.api.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.PlatformException;

/**
 * How a picture is encoded.
 *
 * @param type the file type
 * @param quality 0 to 100; PNG has no use for it
 */
public record PictureFormat(Type type, int quality) {
    /** What is taken where nobody chose a quality. */
    public static final int USUAL_QUALITY = 95;

    /** A file type that browsers show. */
    public enum Type {
        /** Lossless. */
        PNG,
        /** Lossy, without transparency. */
        JPEG,
        /** Lossy, with transparency. */
        WEBP;

        /** The name on the wire: {@code jpeg}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The media type: {@code image/jpeg}. */
        public String mediaType() {
            return "image/" + wireName();
        }

        /** The type of a wire name. */
        public static Optional<Type> ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(type -> type.wireName().equals(name))
                    .findFirst();
        }
    }

    public PictureFormat {
        Objects.requireNonNull(type, "type");
        if (quality < 0 || quality > 100) {
            throw PlatformException.invalid("invalid_quality", "A quality is 0 to 100, not " + quality + ".");
        }
    }
}
