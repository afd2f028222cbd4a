package org.image2ai.model.embedded.editor.step;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.cutout.Matte;

/**
 * Puts the subject before another background.
 *
 * @param backdrop the other background
 */
public record ReplaceBackground(Backdrop backdrop) implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return backdrop.describe();
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Matte matte = studio.cutout().of(picture);
        studio.stage().reached(0.5);
        BufferedImage result = backdrop.paint(matte.background(picture), studio);
        studio.stage().reached(0.9);
        BufferedImage subject = matte.cut(picture);
        backdrop.light(subject, result);
        Graphics2D g = result.createGraphics();
        g.drawImage(subject, 0, 0, null);
        g.dispose();
        return result;
    }
}
