package org.image2ai.model.stability;

import java.util.Arrays;
import java.util.Optional;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * Stability AI takes a ratio of sides where people name a size. Each ratio stands for the size that is made of it: one
 * megapixel, and one and a half times as many on each side at Stable Image Core, both in multiples of 64 or 32.
 */
enum AspectRatio {
    SQUARE("1:1", 1024, 1024),
    CINEMA("21:9", 1536, 640),
    WIDE("16:9", 1344, 768),
    PHOTO("3:2", 1216, 832),
    SCREEN("5:4", 1088, 896),
    SCREEN_UPRIGHT("4:5", 896, 1088),
    PHOTO_UPRIGHT("2:3", 832, 1216),
    TALL("9:16", 768, 1344),
    TOWER("9:21", 640, 1536);

    private final String word;
    private final int width;
    private final int height;

    AspectRatio(String word, int width, int height) {
        this.word = word;
        this.width = width;
        this.height = height;
    }

    /** As it is sent: {@code 16:9}. */
    String word() {
        return word;
    }

    private Size usual() {
        return new Size(width, height);
    }

    private Size large() {
        return new Size(width * 3 / 2, height * 3 / 2);
    }

    /** The sizes of about one megapixel. */
    static SizeLimits usualSizes() {
        return SizeLimits.only(Arrays.stream(values()).map(AspectRatio::usual).toList());
    }

    /** The sizes of Stable Image Core. */
    static SizeLimits largeSizes() {
        return SizeLimits.only(Arrays.stream(values()).map(AspectRatio::large).toList());
    }

    /** The ratio that gives a size of either list. */
    static Optional<AspectRatio> of(Size size) {
        return Arrays.stream(values())
                .filter(ratio -> ratio.usual().equals(size) || ratio.large().equals(size))
                .findFirst();
    }
}
