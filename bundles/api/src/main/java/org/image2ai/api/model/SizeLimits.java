package org.image2ai.api.model;

import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The sizes of a result, in pixels. The request gives them as parameters {@code width} and {@code height}.
 *
 * @param follows whether the size follows from the inputs, so that {@code width} and {@code height} are refused
 * @param fixed the only sizes possible; empty when any within the range is
 * @param min the shortest side
 * @param max the longest side
 * @param step both sides are multiples of it, at least 1
 * @param preferred what is taken when the request names none
 */
public record SizeLimits(boolean follows, List<Size> fixed, int min, int max, int step, Size preferred) {
    /**
     * A size in pixels.
     *
     * @param width at least 1
     * @param height at least 1
     */
    public record Size(int width, int height) {
        public Size {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("size " + width + "x" + height);
            }
        }

        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    public SizeLimits {
        fixed = List.copyOf(fixed);
        if (step < 1 || min < 1 || max < min || preferred == null) {
            throw new IllegalArgumentException("size limits contradict themselves");
        }
    }

    /** The size of the result follows from the inputs. */
    public static SizeLimits ofInput() {
        return new SizeLimits(true, List.of(), 1, Integer.MAX_VALUE, 1, new Size(1, 1));
    }

    /** Any size within a range. */
    public static SizeLimits range(int min, int max, int step, Size preferred) {
        return new SizeLimits(false, List.of(), min, max, step, preferred);
    }

    /** These sizes and no others; the first is what is taken when the request names none. */
    public static SizeLimits only(List<Size> sizes) {
        return only(sizes, sizes.get(0));
    }

    /** These sizes and no others. */
    public static SizeLimits only(List<Size> sizes, Size preferred) {
        IntSummaryStatistics sides = sizes.stream()
                .flatMapToInt(size -> IntStream.of(size.width(), size.height()))
                .summaryStatistics();
        return new SizeLimits(false, sizes, sides.getMin(), sides.getMax(), 1, preferred);
    }

    /** Whether a result of that size can be had. */
    public boolean allows(Size size) {
        if (follows) {
            return false;
        }
        if (!fixed.isEmpty()) {
            return fixed.contains(size);
        }
        return within(size.width()) && within(size.height());
    }

    private boolean within(int side) {
        return side >= min && side <= max && side % step == 0;
    }
}
