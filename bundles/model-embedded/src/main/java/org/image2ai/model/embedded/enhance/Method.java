package org.image2ai.model.embedded.enhance;

import org.image2ai.api.model.DigitalSourceType;

/**
 * One way in which a model enlarges.
 *
 * @param name as in the parameter {@code method} and in the receipt
 * @param upscaler what does it
 * @param tile the longest side of a part that it is given, without its surroundings: what bounds the memory of a run
 * @param source what it makes of a photograph: a filter enhances it, a network that has learnt from samples adds to it
 */
record Method(String name, Upscaler upscaler, int tile, DigitalSourceType source) {
    /** The way of a network. */
    static Method ofNetwork(String name, Upscaler upscaler, int tile) {
        return new Method(name, upscaler, tile, DigitalSourceType.COMPOSITE_WITH_TRAINED_ALGORITHMIC_MEDIA);
    }

    /** The way of a filter. */
    static Method ofFilter(String name, Upscaler upscaler, int tile) {
        return new Method(name, upscaler, tile, DigitalSourceType.ALGORITHMICALLY_ENHANCED);
    }
}
