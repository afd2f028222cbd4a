package org.image2ai.model.replicate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * Models take a ratio of sides where people name a size. Each ratio stands for the size that FLUX makes of it, of about
 * one megapixel, as in Replicate's own <a href="https://github.com/replicate/cog-flux">cog-flux</a>; with a quarter of
 * a megapixel both sides are half as long.
 */
enum AspectRatio {
    SQUARE("1:1", 1024, 1024),
    CINEMA("21:9", 1536, 640),
    WIDE("16:9", 1344, 768),
    PHOTO("3:2", 1216, 832),
    CLASSIC("4:3", 1152, 896),
    SCREEN("5:4", 1088, 896),
    SCREEN_UPRIGHT("4:5", 896, 1088),
    CLASSIC_UPRIGHT("3:4", 896, 1152),
    PHOTO_UPRIGHT("2:3", 832, 1216),
    TALL("9:16", 768, 1344),
    TOWER("9:21", 640, 1536);

    private final String word;
    private final Size size;

    AspectRatio(String word, int width, int height) {
        this.word = word;
        this.size = new Size(width, height);
    }

    /** As it is sent: {@code 16:9}. */
    String word() {
        return word;
    }

    private Size half() {
        return new Size(size.width() / 2, size.height() / 2);
    }

    /** What {@code megapixels} must be for a size of this ratio. */
    String megapixels(Size wanted) {
        return wanted.equals(half()) ? "0.25" : "1";
    }

    /** The sizes of one megapixel and of a quarter. */
    static SizeLimits largeAndSmall() {
        Stream<Size> large = Arrays.stream(values()).map(ratio -> ratio.size);
        return SizeLimits.only(Stream.concat(large, Arrays.stream(values()).map(AspectRatio::half))
                .toList());
    }

    /** The sizes of those ratios that a model names; empty when it names none of ours. */
    static Optional<SizeLimits> named(List<String> words) {
        List<Size> sizes = Arrays.stream(values())
                .filter(ratio -> words.contains(ratio.word))
                .map(ratio -> ratio.size)
                .toList();
        return sizes.isEmpty() ? Optional.empty() : Optional.of(SizeLimits.only(sizes));
    }

    /** The ratio that gives a size. */
    static Optional<AspectRatio> of(Size size) {
        return Arrays.stream(values())
                .filter(ratio -> ratio.size.equals(size) || ratio.half().equals(size))
                .findFirst();
    }
}
