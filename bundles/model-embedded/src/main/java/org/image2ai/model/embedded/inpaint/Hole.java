package org.image2ai.model.embedded.inpaint;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import org.image2ai.api.PlatformException;

/**
 * The pixels that are to be made anew.
 *
 * @param width of the picture
 * @param height of the picture
 * @param cells row by row, whether the pixel belongs to the hole
 * @param bounds the smallest rectangle around the hole
 */
public record Hole(int width, int height, boolean[] cells, Rectangle bounds) {
    private static final int MIDDLE = 128;

    /**
     * What a mask says: where it has transparency, its transparent pixels (OpenAI's convention); else its white ones.
     *
     * @throws PlatformException {@code empty_mask} or {@code mask_covers_all}
     */
    public static Hole of(BufferedImage mask) {
        int width = mask.getWidth();
        boolean transparency = hasTransparency(mask);
        boolean[] cells = new boolean[width * mask.getHeight()];
        Rectangle bounds = new Rectangle(-1, -1);
        int count = 0;
        int[] row = new int[width];
        for (int y = 0; y < mask.getHeight(); y++) {
            mask.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                if (transparency ? row[x] >>> 24 < MIDDLE : luminance(row[x]) >= MIDDLE) {
                    cells[y * width + x] = true;
                    bounds.add(new Rectangle(x, y, 1, 1));
                    count++;
                }
            }
        }
        check(count, cells.length);
        return new Hole(width, mask.getHeight(), cells, bounds);
    }

    /** All of a picture but a part of it. */
    public static Hole around(Rectangle known, int width, int height) {
        boolean[] cells = new boolean[width * height];
        Rectangle bounds = new Rectangle(-1, -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = !known.contains(i % width, i / width);
            if (cells[i]) {
                bounds.add(new Rectangle(i % width, i / width, 1, 1));
            }
        }
        return new Hole(width, height, cells, bounds);
    }

    private static void check(int count, int all) {
        if (count == 0) {
            throw PlatformException.invalid(
                            "empty_mask",
                            "The mask marks nothing to change: neither a transparent pixel nor a white one.")
                    .withField("inputs");
        }
        if (count == all) {
            throw PlatformException.invalid(
                            "mask_covers_all", "The mask covers the whole picture: nothing is left to continue from.")
                    .withField("inputs");
        }
    }

    private static boolean hasTransparency(BufferedImage mask) {
        if (!mask.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[mask.getWidth()];
        for (int y = 0; y < mask.getHeight(); y++) {
            for (int pixel : mask.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                if (pixel >>> 24 < MIDDLE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int luminance(int rgb) {
        return ((rgb >> 16 & 0xff) * 299 + (rgb >> 8 & 0xff) * 587 + (rgb & 0xff) * 114) / 1000;
    }

    /** A part of it, with coordinates of its own. */
    public Hole within(Rectangle part) {
        boolean[] cut = new boolean[part.width * part.height];
        for (int y = 0; y < part.height; y++) {
            System.arraycopy(cells, (part.y + y) * width + part.x, cut, y * part.width, part.width);
        }
        Rectangle moved = new Rectangle(bounds);
        moved.translate(-part.x, -part.y);
        return new Hole(part.width, part.height, cut, moved.intersection(new Rectangle(part.width, part.height)));
    }

    /** Row by row 255 in the hole, else 0. */
    byte[] bytes() {
        byte[] bytes = new byte[cells.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (cells[i] ? 255 : 0);
        }
        return bytes;
    }

    /** The hole with so many pixels of its surroundings on each side, as far as the picture goes. */
    public Rectangle surroundings(int margin) {
        Rectangle grown = new Rectangle(bounds);
        grown.grow(margin, margin);
        return grown.intersection(new Rectangle(width, height));
    }
}
