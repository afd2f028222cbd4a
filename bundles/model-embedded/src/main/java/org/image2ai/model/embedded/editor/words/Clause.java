package org.image2ai.model.embedded.editor.words;

import java.util.List;

/**
 * A part of an instruction that may mean one thing.
 *
 * @param text in lower case, without politeness; quoted text stands as {@code "0"}, the number of the quote
 * @param quotes the quoted texts of the whole instruction
 * @param pieces of how many pieces between commas and "and" it consists
 * @param masked whether the request has a mask
 */
public record Clause(String text, List<String> quotes, int pieces, boolean masked) {
    Clause with(String other) {
        return new Clause(other, quotes, pieces, masked);
    }
}
