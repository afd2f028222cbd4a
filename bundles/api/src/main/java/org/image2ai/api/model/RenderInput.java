package org.image2ai.api.model;

import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;

/**
 * One picture given to a model. It was inspected on its way in: upright, sRGB, without personal metadata.
 *
 * @param role what it is for
 * @param mediaType {@code image/png}, {@code image/jpeg} or {@code image/webp}
 * @param width in pixels
 * @param height in pixels
 * @param bytes length of the encoded picture
 * @param content opens the encoded picture; may be opened several times, and each stream must be closed
 */
public record RenderInput(Role role, String mediaType, int width, int height, long bytes, Content content) {
    /** What a picture is for. */
    public enum Role {
        /** A picture to work on. */
        IMAGE,
        /**
         * What may change: where a mask has transparency, its transparent pixels (OpenAI's convention); else its
         * white ones. It has the size of the first image.
         */
        MASK;

        /** The name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Opens a picture's bytes. */
    @FunctionalInterface
    public interface Content {
        /** @throws org.image2ai.api.PlatformException when the bytes cannot be had */
        InputStream open();
    }

    public RenderInput {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
    }
}
