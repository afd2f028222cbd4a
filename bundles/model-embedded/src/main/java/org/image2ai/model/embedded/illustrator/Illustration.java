package org.image2ai.model.embedded.illustrator;

import java.awt.image.BufferedImage;
import java.util.Map;

/**
 * A picture and what is in it.
 *
 * @param image opaque RGB
 * @param scene for the receipt: setting, time, weather, {@code drawn}, {@code notUnderstood}; JSON-able
 */
public record Illustration(BufferedImage image, Map<String, Object> scene) {}
