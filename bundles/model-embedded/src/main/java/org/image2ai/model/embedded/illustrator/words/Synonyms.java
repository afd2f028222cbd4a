package org.image2ai.model.embedded.illustrator.words;

import java.util.Optional;

/** Knows what means about the same. */
@FunctionalInterface
public interface Synonyms {
    /** Nobody knows. */
    Synonyms NONE = words -> Optional.empty();

    /**
     * The known word for unknown ones.
     *
     * @param words one word or several in a row
     * @return a phrase of the lexicon; empty when none means about the same
     */
    Optional<String> like(String words);
}
