package org.image2ai.model.embedded.editor.step;

/**
 * A colour.
 *
 * @param rgb as 0xRRGGBB
 */
public record Shade(int rgb) {
    /** As in CSS: {@code #ff8000}. */
    public String hex() {
        return String.format("#%06x", rgb & 0xffffff);
    }
}
