package org.image2ai.api.moderation;

import java.util.Locale;
import java.util.Objects;

/** What a reviewer looks at. */
public sealed interface Content permits Content.Prompt, Content.Picture {
    /** Of which kind it is. */
    Kind kind();

    /** What reviewers can be asked about. */
    enum Kind {
        /** The words of a job. */
        PROMPT,
        /** A picture. */
        PICTURE;

        /** The name on the wire: {@code picture}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The words of a job.
     *
     * @param text as the person wrote them
     */
    record Prompt(String text) implements Content {
        public Prompt {
            Objects.requireNonNull(text, "text");
        }

        @Override
        public Kind kind() {
            return Kind.PROMPT;
        }

        @Override
        public String toString() {
            return "Prompt[" + text.length() + " characters]";
        }
    }

    /**
     * A small copy of a picture. The platform decodes what came from outside, once and within its limits, so that no
     * reviewer has to: it gets pixels.
     *
     * @param width in pixels
     * @param height in pixels
     * @param rgb one {@code 0xRRGGBB} for each pixel, row by row; transparency became white; not to be changed
     */
    record Picture(int width, int height, int[] rgb) implements Content {
        public Picture {
            Objects.requireNonNull(rgb, "rgb");
            if (width < 1 || height < 1 || rgb.length != width * height) {
                throw new IllegalArgumentException(
                        rgb.length + " pixels are no picture of " + width + "x" + height + ".");
            }
        }

        @Override
        public Kind kind() {
            return Kind.PICTURE;
        }

        @Override
        public String toString() {
            return "Picture[" + width + "x" + height + "]";
        }
    }
}
