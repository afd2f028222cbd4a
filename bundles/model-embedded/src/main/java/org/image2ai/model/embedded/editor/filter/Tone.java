package org.image2ai.model.embedded.editor.filter;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Light and colour of a picture.
 *
 * @param brightness −100 to 100; black stays black and white stays white
 * @param contrast −100 to 100
 * @param saturation −100, which is grey, to 100
 * @param warmth −100, which is bluish, to 100
 */
public record Tone(double brightness, double contrast, double saturation, double warmth) {
    private static final double GAMMA_OF_100 = 1.25;
    private static final double HEAT = 0.0026;
    private static final double CLIPPED = 0.004;
    private static final double MIDDLE = 118;
    private static final double MOST_STRETCH = 1.8;

    /** What a picture lacks: its darkest and lightest brought near black and white, its middle near the middle. */
    public static Tone of(BufferedImage picture) {
        double[] share = histogram(picture);
        double low = quantile(share, CLIPPED);
        double high = quantile(share, 1 - CLIPPED);
        double stretch = Math.min(MOST_STRETCH, 255 / Math.max(1, high - low));
        double middle = Math.max(8, Math.min(247, (quantile(share, 0.5) - low) * stretch));
        double gamma = Math.log(MIDDLE / 255) / Math.log(middle / 255);
        double brightness = -100 * Math.log(gamma) / Math.log(2) / GAMMA_OF_100;
        return new Tone(within(brightness * 0.6, 45), within((stretch - 1) * 110, 70), 12, 0);
    }

    private static double within(double value, double most) {
        return Math.rint(Math.max(-most, Math.min(most, value)));
    }

    private static double[] histogram(BufferedImage picture) {
        double[] share = new double[256];
        int[] pixels = Pixels.of(picture);
        for (int pixel : pixels) {
            share[Pixels.clamp(Pixels.luma(pixel))] += 1.0 / pixels.length;
        }
        return share;
    }

    private static int quantile(double[] share, double part) {
        double sum = 0;
        for (int level = 0; level < share.length; level++) {
            sum += share[level];
            if (sum >= part) {
                return level;
            }
        }
        return share.length - 1;
    }

    /** Changes a picture in place; its alpha stays. */
    public void apply(BufferedImage picture) {
        double[] curve = curve();
        double factor = 1 + saturation / 100;
        double[] heat = {1 + HEAT * warmth, 1 + HEAT * warmth * 0.12, 1 - HEAT * warmth};
        int[] pixels = Pixels.of(picture);
        for (int i = 0; i < pixels.length; i++) {
            double red = curve[Pixels.red(pixels[i])] * heat[0];
            double green = curve[Pixels.green(pixels[i])] * heat[1];
            double blue = curve[Pixels.blue(pixels[i])] * heat[2];
            double luma = 0.299 * red + 0.587 * green + 0.114 * blue;
            int rgb = Pixels.rgb(
                    luma + (red - luma) * factor, luma + (green - luma) * factor, luma + (blue - luma) * factor);
            pixels[i] = Pixels.withAlpha(rgb, pixels[i]);
        }
    }

    /** Brightness bends the curve and contrast makes it an S, so that neither burns out what is light already. */
    private double[] curve() {
        double[] curve = new double[256];
        Arrays.setAll(curve, level -> {
            double light = Math.pow(level / 255.0, Math.pow(2, -brightness / 100 * GAMMA_OF_100));
            return 255 * contrasted(light);
        });
        return curve;
    }

    private double contrasted(double light) {
        if (contrast <= 0) {
            return 0.5 + (light - 0.5) * (1 + contrast / 100);
        }
        double result = light;
        for (double left = contrast / 50; left > 0; left--) {
            double bent = result * result * (3 - 2 * result);
            result += (bent - result) * Math.min(1, left);
        }
        return result;
    }
}
