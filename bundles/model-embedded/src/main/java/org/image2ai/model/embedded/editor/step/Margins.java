package org.image2ai.model.embedded.editor.step;

import java.util.Map;

/**
 * Lengths at the four sides of a picture.
 *
 * @param left at least 0
 * @param right at least 0
 * @param up at least 0
 * @param down at least 0
 * @param percent whether they are hundredths of the width and of the height, else pixels
 */
public record Margins(double left, double right, double up, double down, boolean percent) {
    int left(int width) {
        return length(left, width);
    }

    int right(int width) {
        return length(right, width);
    }

    int up(int height) {
        return length(up, height);
    }

    int down(int height) {
        return length(down, height);
    }

    private int length(double value, int side) {
        return (int) Math.round(percent ? value * side / 100 : value);
    }

    Map<String, Object> describe(String step) {
        Map<String, Object> facts = Facts.of(step);
        Facts.addUnlessZero(facts, "left", left);
        Facts.addUnlessZero(facts, "right", right);
        Facts.addUnlessZero(facts, "up", up);
        Facts.addUnlessZero(facts, "down", down);
        facts.put("unit", percent ? "percent" : "pixels");
        return facts;
    }
}
