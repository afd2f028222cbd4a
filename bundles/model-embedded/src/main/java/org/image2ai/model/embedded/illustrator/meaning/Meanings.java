package org.image2ai.model.embedded.illustrator.meaning;

import java.util.Optional;
import org.image2ai.model.embedded.illustrator.words.Synonyms;

/** Looks unknown words up by their meaning. The encoder is loaded at the first unknown word and kept; it takes turns. */
public final class Meanings implements Synonyms, AutoCloseable {
    /** Below this two words have a subject in common, or only letters, not a meaning: "hammock" is near "hamster". */
    private static final double LEAST = 0.66;

    private Encoder encoder;
    private Labels labels;

    @Override
    public synchronized Optional<String> like(String words) {
        Likeness likeness = nearest(words);
        return likeness.degree() < LEAST ? Optional.empty() : Optional.of(likeness.label());
    }

    /** The known word that means the most the same, however little that is. */
    synchronized Likeness nearest(String words) {
        if (encoder == null) {
            labels = new Labels();
            encoder = new Encoder();
        }
        return labels.nearest(encoder.direction(words));
    }

    @Override
    public synchronized void close() {
        if (encoder != null) {
            encoder.close();
            encoder = null;
        }
    }
}
