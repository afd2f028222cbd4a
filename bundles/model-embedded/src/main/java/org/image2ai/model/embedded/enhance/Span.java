package org.image2ai.model.embedded.enhance;

import java.util.ArrayList;
import java.util.List;

/**
 * One stretch of a side of a picture. A tile is a span across and a span down.
 *
 * @param from its first pixel
 * @param to the pixel after its last
 * @param seenFrom the first pixel that an upscaler is shown, so that it knows what lies around the stretch
 * @param seenTo the pixel after the last that it is shown
 */
record Span(int from, int to, int seenFrom, int seenTo) {
    /**
     * Cuts a side into stretches of about one length, each with a halo.
     *
     * @param longest the most pixels of a stretch
     * @param halo the most pixels seen on either side of it
     * @param margin the most pixels seen beyond the ends of the side
     */
    static List<Span> cut(int side, int longest, int halo, int margin) {
        int count = (side - 1) / longest + 1;
        List<Span> spans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) side * i / count);
            int to = (int) ((long) side * (i + 1) / count);
            spans.add(new Span(from, to, Math.max(-margin, from - halo), Math.min(side + margin, to + halo)));
        }
        return spans;
    }

    int length() {
        return to - from;
    }

    int seen() {
        return seenTo - seenFrom;
    }
}
