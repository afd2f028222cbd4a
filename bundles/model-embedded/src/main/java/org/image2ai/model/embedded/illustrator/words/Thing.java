package org.image2ai.model.embedded.illustrator.words;

/**
 * Something that can be drawn.
 *
 * @param icon the name of its picture
 * @param kind what sort of thing it is
 * @param height its real height in metres
 */
public record Thing(String icon, Kind kind, double height) {}
