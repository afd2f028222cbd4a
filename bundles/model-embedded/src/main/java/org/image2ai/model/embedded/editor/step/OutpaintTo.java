package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * Continues the picture on two sides until it has other proportions.
 *
 * @param across the share of the width
 * @param down the share of the height
 */
public record OutpaintTo(int across, int down) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("outpaint", "ratio", across + ":" + down);
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        double ratio = (double) across / down;
        double width = Math.max(picture.getWidth(), picture.getHeight() * ratio);
        double height = Math.max(picture.getHeight(), picture.getWidth() / ratio);
        double sides = Math.max(0, (width - picture.getWidth()) / 2);
        double ends = Math.max(0, (height - picture.getHeight()) / 2);
        return new Outpaint(new Margins(sides, sides, ends, ends, false)).apply(picture, studio);
    }
}
