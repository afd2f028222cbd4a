package org.image2ai.privacy.export;

/**
 * A part that is durable.
 *
 * @param number place in the ZIP, from 0
 * @param step of which step; the number of steps for the one that closes the ZIP
 * @param bytes of ZIP entries; 0 when it has none
 * @param items how many
 * @param gaps how many
 */
record PartRow(int number, int step, long bytes, long items, long gaps) {}
