package org.image2ai.model.embedded.illustrator.meaning;

/**
 * A known word and how much it means the same.
 *
 * @param label the known word
 * @param degree the cosine of the angle between the meanings: 1 for the same
 */
public record Likeness(String label, double degree) {}
