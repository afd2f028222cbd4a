package org.image2ai.moderation.words;

import java.util.List;
import org.image2ai.api.moderation.ContentCategory;

/**
 * A term of a list.
 *
 * @param words folded, in their order
 * @param use what for
 * @param category of what; null for those that have none
 */
record Term(List<String> words, Use use, ContentCategory category) {
    /** What a term does. */
    enum Use {
        /** It is enough by itself. */
        STRONG,
        /** It counts. */
        MILD,
        /** It is enough wherever it stands in a word. */
        STEM,
        /** It names somebody young. */
        MINOR,
        /** It is not looked at. */
        INNOCENT
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
