package org.image2ai.model.embedded.enhance;

/** Makes a part of a picture larger. Safe for use from several threads. */
interface Upscaler extends AutoCloseable {
    /** How many times longer the sides become. */
    int scale();

    /** How far around a pixel the picture changes its result, by more than one level of 255. */
    int reach();

    /**
     * Works once.
     *
     * @param planes red, green and blue of 0 to 1, each row by row; they stay as they are
     * @return the planes of the result; values may lie outside 0 to 1
     */
    float[] enlarge(float[] planes, int width, int height);

    /** The same for an opacity, as a gray picture. */
    default float[] enlargeOpacity(float[] planes, int width, int height) {
        return enlarge(planes, width, height);
    }

    /** Lets go of what it holds outside the heap; it may be used again. */
    @Override
    default void close() {}
}
