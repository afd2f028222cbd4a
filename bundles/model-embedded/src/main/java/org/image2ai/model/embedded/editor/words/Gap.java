package org.image2ai.model.embedded.editor.words;

/**
 * A part of an instruction that was not understood.
 *
 * @param words the part
 * @param reason why, and what would be understood instead; may be empty
 */
public record Gap(String words, String reason) {}
