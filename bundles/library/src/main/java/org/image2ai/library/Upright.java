package org.image2ai.library;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** Turns a decoded picture upright and into sRGB. */
final class Upright {
    private Upright() {}

    static BufferedImage of(BufferedImage stored, int orientation) {
        BufferedImage rgb = inSrgb(stored);
        if (orientation == 1 && isPlain(rgb)) {
            return rgb;
        }
        int width = rgb.getWidth();
        int height = rgb.getHeight();
        boolean turned = orientation >= 5;
        int type = rgb.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        BufferedImage upright = new BufferedImage(turned ? height : width, turned ? width : height, type);
        boolean gray = isGray(rgb);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            if (gray) {
                grayRow(rgb, y, row);
            } else {
                rgb.getRGB(0, y, width, 1, row, 0, width);
            }
            place(upright, row, y, height, orientation);
        }
        return upright;
    }

    private static BufferedImage inSrgb(BufferedImage stored) {
        ColorSpace space = stored.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || isGray(stored) || stored.getColorModel() instanceof IndexColorModel) {
            return stored;
        }
        boolean alpha = stored.getColorModel().hasAlpha();
        BufferedImage srgb = new BufferedImage(
                stored.getWidth(),
                stored.getHeight(),
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        return new ColorConvertOp(null).filter(stored, srgb);
    }

    private static boolean isPlain(BufferedImage picture) {
        return switch (picture.getType()) {
            case BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_INT_ARGB,
                    BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_4BYTE_ABGR -> true;
            default -> false;
        };
    }

    private static boolean isGray(BufferedImage picture) {
        return picture.getColorModel().getNumColorComponents() == 1
                && !(picture.getColorModel() instanceof IndexColorModel);
    }

    /** Java takes gray for linear light and would brighten it; the files mean it as it stands. */
    private static void grayRow(BufferedImage picture, int y, int[] row) {
        Raster raster = picture.getRaster();
        int shift = raster.getSampleModel().getSampleSize(0) == 16 ? 8 : 0;
        boolean alpha = picture.getColorModel().hasAlpha();
        for (int x = 0; x < row.length; x++) {
            int gray = raster.getSample(x, y, 0) >> shift;
            int opacity = alpha ? raster.getSample(x, y, 1) >> shift : 255;
            row[x] = opacity << 24 | gray << 16 | gray << 8 | gray;
        }
    }

    /** Puts a stored row where the EXIF orientation says that it belongs. */
    private static void place(BufferedImage upright, int[] row, int y, int height, int orientation) {
        boolean mirrored = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean flipped = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int across = flipped ? height - 1 - y : y;
        if (mirrored) {
            for (int a = 0, b = row.length - 1; a < b; a++, b--) {
                int swap = row[a];
                row[a] = row[b];
                row[b] = swap;
            }
        }
        if (orientation >= 5) {
            upright.setRGB(across, 0, 1, row.length, row, 0, 1);
        } else {
            upright.setRGB(0, across, row.length, 1, row, 0, row.length);
        }
    }
}
