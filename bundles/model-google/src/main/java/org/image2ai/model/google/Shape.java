package org.image2ai.model.google;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.model.SizeLimits;
import org.image2ai.api.model.SizeLimits.Size;

/**
 * Google takes an aspect ratio and a class of size where people name pixels. Each shape has the pixels that its class
 * {@code 1K} makes; {@code 512} has half of them on each side, {@code 2K} twice and {@code 4K} four times as many. Gemini's
 * are those of the <a href="https://ai.google.dev/gemini-api/docs/image-generation">guide to image generation</a>,
 * Imagen's those of the <a href="https://ai.google.dev/gemini-api/docs/imagen">guide to Imagen</a>.
 *
 * @param ratio as it is sent: {@code 16:9}
 * @param width at {@code 1K}
 * @param height at {@code 1K}
 */
record Shape(String ratio, int width, int height) {
    static final List<Shape> GEMINI = List.of(
            new Shape("1:1", 1024, 1024),
            new Shape("3:2", 1264, 848),
            new Shape("2:3", 848, 1264),
            new Shape("4:3", 1200, 896),
            new Shape("3:4", 896, 1200),
            new Shape("5:4", 1152, 928),
            new Shape("4:5", 928, 1152),
            new Shape("16:9", 1376, 768),
            new Shape("9:16", 768, 1376),
            new Shape("21:9", 1584, 672));
    static final List<Shape> IMAGEN = List.of(
            new Shape("1:1", 1024, 1024),
            new Shape("4:3", 1280, 896),
            new Shape("3:4", 896, 1280),
            new Shape("16:9", 1408, 768),
            new Shape("9:16", 768, 1408));

    private static final Map<String, Integer> HALVES = Map.of("512", 1, "1K", 2, "2K", 4, "4K", 8);

    /** A shape in a class of size. */
    record Sized(Shape shape, String sizeClass) {
        Size size() {
            int factor = HALVES.get(sizeClass);
            return new Size(shape.width() / 2 * factor, shape.height() / 2 * factor);
        }
    }

    /** Every shape in each class, the usual one first. */
    static Map<Size, Sized> all(List<Shape> shapes, List<String> classes) {
        Map<Size, Sized> all = new LinkedHashMap<>();
        for (String sizeClass : classes) {
            for (Shape shape : shapes) {
                Sized sized = new Sized(shape, sizeClass);
                all.put(sized.size(), sized);
            }
        }
        return all;
    }

    /** What is meant by a size. */
    static Optional<Sized> of(List<Shape> shapes, Size size) {
        List<String> classes = HALVES.keySet().stream().toList();
        return Optional.ofNullable(all(shapes, classes).get(size));
    }

    /** The sizes as a model declares them. */
    static SizeLimits limits(Map<Size, Sized> all) {
        return SizeLimits.only(List.copyOf(all.keySet()), new Size(1024, 1024));
    }
}
