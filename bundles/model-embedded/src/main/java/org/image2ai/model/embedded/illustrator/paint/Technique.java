package org.image2ai.model.embedded.illustrator.paint;

import java.awt.image.BufferedImage;
import org.image2ai.model.embedded.illustrator.words.Style;

/** The pass over a painted picture that makes it look as if made in a technique. */
interface Technique {
    /**
     * Works on the picture in place.
     *
     * @param image opaque RGB
     * @param seed of the paper's and the hand's irregularities
     */
    void apply(BufferedImage image, long seed);

    /** The technique of a style. */
    static Technique of(Style style) {
        return switch (style) {
            case FLAT -> Finish::apply;
            case PAPERCUT -> new PaperGrain();
            case WATERCOLOUR -> new Watercolour();
            case NEON -> new NeonGlow();
            case LINE_ART -> new PenAndInk();
            case PIXEL -> new PixelGrid();
            case POSTER -> new ScreenPrint();
        };
    }
}
