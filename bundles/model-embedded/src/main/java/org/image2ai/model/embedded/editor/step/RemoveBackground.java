package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;

/** Leaves the subject on transparency. */
public record RemoveBackground() implements Step {
    @Override
    public Scope scope() {
        return Scope.FRAME;
    }

    @Override
    public Map<String, Object> describe() {
        return Facts.of("remove-background");
    }

    @Override
    public BufferedImage apply(BufferedImage picture, Studio studio) {
        return studio.cutout().of(picture).cut(picture);
    }
}
