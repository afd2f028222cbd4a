package org.image2ai.model.embedded.illustrator.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A few colours that a picture can be made of: its own, by cuts through the middle, so that what is rare and bright keeps its colour. */
final class Swatches {
    private static final int SAMPLES = 12_000;
    /** How much less than its pixels a colour counts. */
    private static final double RARE = 0.3;

    private final int[] colours;

    private Swatches(int[] colours) {
        this.colours = colours;
    }

    static Swatches of(Pixels pixels, int count) {
        List<Integer> samples = new ArrayList<>();
        int step = Math.max(1, pixels.rgb().length / SAMPLES);
        for (int i = 0; i < pixels.rgb().length; i += step) {
            samples.add(pixels.rgb()[i] & 0xffffff);
        }
        List<List<Integer>> boxes = new ArrayList<>(List.of(samples));
        while (boxes.size() < count) {
            List<Integer> box = boxes.stream()
                    .max(Comparator.comparingDouble(b -> spread(b, widest(b)) * Math.pow(b.size(), RARE)))
                    .orElseThrow();
            int shift = widest(box);
            if (spread(box, shift) == 0) {
                break;
            }
            boxes.remove(box);
            int middle = lowest(box, shift) + spread(box, shift) / 2;
            boxes.add(box.stream().filter(p -> (p >> shift & 255) <= middle).toList());
            boxes.add(box.stream().filter(p -> (p >> shift & 255) > middle).toList());
        }
        return new Swatches(boxes.stream().mapToInt(Swatches::mean).toArray());
    }

    /** The nearest of the colours. */
    int nearest(int p) {
        int best = colours[0];
        int least = Integer.MAX_VALUE;
        for (int c : colours) {
            int dr = (c >> 16 & 255) - (p >> 16 & 255);
            int dg = (c >> 8 & 255) - (p >> 8 & 255);
            int db = (c & 255) - (p & 255);
            int distance = 3 * dr * dr + 4 * dg * dg + 2 * db * db;
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }

    private static int widest(List<Integer> box) {
        int best = 0;
        for (int shift = 8; shift <= 16; shift += 8) {
            best = spread(box, shift) > spread(box, best) ? shift : best;
        }
        return best;
    }

    private static int lowest(List<Integer> box, int shift) {
        return box.stream().mapToInt(p -> p >> shift & 255).min().orElse(0);
    }

    private static int spread(List<Integer> box, int shift) {
        int low = 255;
        int high = 0;
        for (int p : box) {
            low = Math.min(low, p >> shift & 255);
            high = Math.max(high, p >> shift & 255);
        }
        return high - low;
    }

    private static int mean(List<Integer> box) {
        double r = 0;
        double g = 0;
        double b = 0;
        for (int p : box) {
            r += p >> 16 & 255;
            g += p >> 8 & 255;
            b += p & 255;
        }
        return Pixels.pack(r / box.size(), g / box.size(), b / box.size());
    }
}
