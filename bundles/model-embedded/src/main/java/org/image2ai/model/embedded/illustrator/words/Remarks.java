package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What else was noticed while reading.
 *
 * @param notUnderstood the words that had no meaning here, in their order
 * @param excluded the words that were refused: "no clouds"
 * @param without what the place leaves out for that
 * @param byMeaning words that were not known, and what they were taken for because it means about the same
 */
public record Remarks(
        List<String> notUnderstood, List<String> excluded, Set<Extra> without, Map<String, String> byMeaning) {
    public Remarks {
        notUnderstood = List.copyOf(notUnderstood);
        excluded = List.copyOf(excluded);
        without = Set.copyOf(without);
        byMeaning = Map.copyOf(byMeaning);
    }
}
