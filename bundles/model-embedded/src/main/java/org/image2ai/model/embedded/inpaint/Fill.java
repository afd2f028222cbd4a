package org.image2ai.model.embedded.inpaint;

import org.image2ai.model.embedded.inpaint.patch.PatchFill;

/** A way to fill a hole. */
@FunctionalInterface
public interface Fill {
    /** Told between two stages of the work. */
    @FunctionalInterface
    interface Stage {
        /**
         * Says how far the work is; a fill that is not wanted any more ends here.
         *
         * @param fraction 0 to 1
         * @throws org.image2ai.api.PlatformException {@code cancelled}
         */
        void reached(double fraction);
    }

    /** How many pixels around each one the quick methods look at, unless somebody says otherwise. */
    int USUAL_RADIUS = 5;

    /** The fill that continues textures. */
    static Fill ofTextures() {
        return new PatchFill(OpenCvFill.navierStokes(USUAL_RADIUS));
    }

    /**
     * Paints the pixels of the hole and touches no other.
     *
     * @param rgb the picture, row by row; what stands above the lower 24 bits is not looked at
     * @param hole of the size of the picture; neither empty nor all of it
     * @param stage to be told between two stages
     */
    void fill(int[] rgb, Hole hole, Stage stage);
}
