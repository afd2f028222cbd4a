package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;

/** Papercut: the layers and their shadows are there already; this gives the paper its fibres. */
final class PaperGrain implements Technique {
    @Override
    public void apply(BufferedImage image, long seed) {
        Pixels pixels = Pixels.of(image);
        Noise noise = new Noise(seed);
        double unit = pixels.unit();
        for (int y = 0; y < pixels.height(); y++) {
            for (int x = 0; x < pixels.width(); x++) {
                double fibre = noise.at(x / (1.3 * unit), y / (1.3 * unit))
                        - noise.at(x / (1.3 * unit) + 0.6, y / (1.3 * unit) + 0.6);
                double cloud = noise.at(x / (60 * unit), y / (60 * unit)) - 0.5;
                double k = 1 + 0.07 * fibre + 0.05 * cloud;
                int p = pixels.rgb()[y * pixels.width() + x];
                pixels.rgb()[y * pixels.width() + x] =
                        Pixels.pack((p >> 16 & 255) * k, (p >> 8 & 255) * k, (p & 255) * k);
            }
        }
    }
}
