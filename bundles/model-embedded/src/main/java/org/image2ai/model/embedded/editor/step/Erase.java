package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;
import org.image2ai.model.embedded.editor.filter.Pixels;
import org.image2ai.model.embedded.inpaint.Fill;
import org.image2ai.model.embedded.inpaint.Hole;

/** Removes what the mask marks and continues what surrounds it. */
public record Erase() implements Step {
    @Override
    public Scope scope() {
        return Scope.PLACE;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("erase");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        Hole hole = studio.hole().orElseThrow();
        int[] pixels = Pixels.of(picture);
        int[] rgb = pixels.clone();
        Fill.ofTextures().fill(rgb, hole, studio.stage());
        for (int i = 0; i < rgb.length; i++) {
            if (hole.cells()[i]) {
                pixels[i] = rgb[i] | 0xff000000;
            }
        }
        return picture;
    }
}
