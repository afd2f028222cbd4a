package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import org.image2ai.model.embedded.illustrator.Illustrator;
import org.image2ai.model.embedded.illustrator.words.Reading;
import org.image2ai.model.embedded.illustrator.words.Setting;
import org.image2ai.model.embedded.illustrator.words.Subject;

/** What the illustrator can make of words. Nothing is asked of it of which it knows only a part. */
final class Drawing {
    private final Illustrator illustrator;
    private final Vocabulary words;

    Drawing(Illustrator illustrator, Vocabulary words) {
        this.illustrator = illustrator;
        this.words = words;
    }

    Reading read(String phrase) {
        return illustrator.read(phrase);
    }

    /** Whether it would draw a place, of known words alone. */
    boolean isPlace(Reading reading) {
        return reading.notUnderstood().isEmpty() && reading.setting() != Setting.ABSTRACT;
    }

    /** The words that it does not know, for a message. */
    String unknown(Reading reading) {
        List<String> unknown = reading.notUnderstood();
        return unknown.isEmpty() ? "" : "; unknown: " + String.join(", ", unknown);
    }

    /** The phrase by which it draws one kind of thing and nothing around it. */
    Optional<String> thing(String phrase) {
        String called = renamed(phrase);
        Reading reading = read(called);
        if (!reading.notUnderstood().isEmpty() || reading.subjects().size() != 1) {
            return Optional.empty();
        }
        Subject subject = reading.subjects().get(0);
        Reading alone = read(subject.words());
        boolean bare = alone.setting() == reading.setting()
                && alone.time() == reading.time()
                && alone.weather() == reading.weather()
                && alone.season() == reading.season();
        return bare ? Optional.of(called) : Optional.empty();
    }

    private String renamed(String phrase) {
        int cut = phrase.lastIndexOf(' ') + 1;
        return phrase.substring(0, cut) + words.thing(phrase.substring(cut));
    }
}
