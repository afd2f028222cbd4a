package org.image2ai.model.embedded.editor.filter;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Pictures as the steps hand them on: {@code TYPE_INT_ARGB}, not premultiplied. */
public final class Pixels {
    private static final int OPAQUE = 0xff000000;

    private Pixels() {}

    /** An empty picture. */
    public static BufferedImage argb(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    /** A picture of any kind as one of ours; a copy in any case. */
    public static BufferedImage copy(BufferedImage picture) {
        BufferedImage copy = argb(picture.getWidth(), picture.getHeight());
        Graphics2D g = copy.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.drawImage(picture, 0, 0, null);
        g.dispose();
        return copy;
    }

    /** The pixels themselves, row by row: what is written there is written into the picture. */
    public static int[] of(BufferedImage argb) {
        return ((DataBufferInt) argb.getRaster().getDataBuffer()).getData();
    }

    /** Whether no pixel lets anything through. */
    public static boolean opaque(BufferedImage argb) {
        for (int pixel : of(argb)) {
            if (pixel >>> 24 != 0xff) {
                return false;
            }
        }
        return true;
    }

    /** The picture as it is written: without alpha where it has no use. */
    public static BufferedImage finished(BufferedImage argb) {
        if (!opaque(argb)) {
            return argb;
        }
        BufferedImage rgb = new BufferedImage(argb.getWidth(), argb.getHeight(), BufferedImage.TYPE_INT_RGB);
        System.arraycopy(of(argb), 0, of(rgb), 0, argb.getWidth() * argb.getHeight());
        return rgb;
    }

    /** The colour of one picture with the alpha of another. */
    static int withAlpha(int rgb, int argb) {
        return rgb & ~OPAQUE | argb & OPAQUE;
    }

    /** A colour of three parts, each brought into 0 to 255. */
    public static int rgb(double red, double green, double blue) {
        return OPAQUE | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }

    /** Between two colours of full opacity: the first at 0, the second at 1. */
    public static int mix(int from, int to, double share) {
        return rgb(
                red(from) + (red(to) - red(from)) * share,
                green(from) + (green(to) - green(from)) * share,
                blue(from) + (blue(to) - blue(from)) * share);
    }

    static int clamp(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** The red part, 0 to 255. */
    public static int red(int rgb) {
        return rgb >> 16 & 0xff;
    }

    /** The green part, 0 to 255. */
    public static int green(int rgb) {
        return rgb >> 8 & 0xff;
    }

    /** The blue part, 0 to 255. */
    public static int blue(int rgb) {
        return rgb & 0xff;
    }

    /** How bright a colour looks, 0 to 255 (Rec. 601). */
    public static double luma(int rgb) {
        return 0.299 * red(rgb) + 0.587 * green(rgb) + 0.114 * blue(rgb);
    }
}
