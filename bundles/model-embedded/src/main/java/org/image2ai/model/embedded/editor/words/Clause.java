package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Locale;

/**
 * A part of an instruction that may mean one thing.
 *
 * @param text in lower case, without politeness; quoted text stands as {@code "0"}, the number of the quote
 * @param instruction the whole instruction, as it came
 * @param quotes the quoted texts of the whole instruction
 * @param pieces of how many pieces between commas and "and" it consists
 * @param masked whether the request has a mask
 */
public record Clause(String text, String instruction, List<String> quotes, int pieces, boolean masked) {
    Clause with(String other, int ofPieces) {
        return new Clause(other, instruction, quotes, ofPieces, masked);
    }

    /** A part of the text with its capitals, as the instruction has it. */
    String asWritten(String part) {
        int at = instruction.toLowerCase(Locale.ROOT).indexOf(part);
        return at < 0 ? part : instruction.substring(at, at + part.length());
    }
}
