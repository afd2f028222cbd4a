package org.image2ai.api.model;

/**
 * The pictures that a model takes.
 *
 * @param minImages the fewest
 * @param maxImages the most
 * @param mask whether a mask is refused, possible or needed
 * @param maxPixels the most pixels of one input; 0 when the model takes none
 * @param promptRequired whether a prompt must be given
 * @param maxPromptCharacters the longest prompt; 0 when it takes none
 */
public record InputLimits(
        int minImages, int maxImages, Mask mask, long maxPixels, boolean promptRequired, int maxPromptCharacters) {
    /** What a model does with a mask. */
    public enum Mask {
        /** It takes none. */
        REFUSED,
        /** It takes one where given. */
        OPTIONAL,
        /** It cannot do without. */
        REQUIRED
    }

    public InputLimits {
        if (minImages < 0 || maxImages < minImages || maxPixels < 0 || maxPromptCharacters < 0 || mask == null) {
            throw new IllegalArgumentException("input limits contradict themselves");
        }
    }

    /** A model that takes a prompt and nothing else. */
    public static InputLimits promptOnly(int maxPromptCharacters) {
        return new InputLimits(0, 0, Mask.REFUSED, 0, true, maxPromptCharacters);
    }

    /** A model that takes one picture and no prompt. */
    public static InputLimits oneImage(Mask mask, long maxPixels) {
        return new InputLimits(1, 1, mask, maxPixels, false, 0);
    }
}
