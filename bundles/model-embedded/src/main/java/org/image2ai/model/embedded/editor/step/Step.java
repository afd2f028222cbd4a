package org.image2ai.model.embedded.editor.step;

import java.awt.image.BufferedImage;
import java.util.Map;

/** One step of an edit: what is wanted, as values, and the way to do it. Two steps that want the same are equal. */
public interface Step {
    /** What a mask means to a step. */
    enum Scope {
        /** It changes pixels where they are; a mask confines it. */
        PIXELS,
        /** It looks at the mask itself. */
        PLACE,
        /** It changes the frame or parts subject and background; a mask has no meaning. */
        FRAME
    }

    /** What a mask means to it. */
    Scope scope();

    /** For the receipt: {@code step}, its name, and its values; JSON-able, without a person's own words. */
    Map<String, Object> describe();

    /**
     * Does it.
     *
     * @param picture {@code TYPE_INT_ARGB}; may be changed
     * @param studio what it may use
     * @return the picture after it
     * @throws org.image2ai.api.PlatformException INVALID when this picture does not allow it; {@code cancelled}
     */
    BufferedImage apply(BufferedImage picture, Studio studio);
}
