package org.image2ai.model.embedded.enhance;

/**
 * One way in which a model enlarges.
 *
 * @param name as in the parameter {@code method} and in the receipt
 * @param upscaler what does it
 * @param tile the longest side of a part that it is given, without its surroundings: what bounds the memory of a run
 */
record Method(String name, Upscaler upscaler, int tile) {}
