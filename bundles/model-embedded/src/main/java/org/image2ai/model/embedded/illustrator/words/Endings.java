package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the end of an unknown word says: a milkman is a man, a cornfield is a field of corn. */
final class Endings {
    private static final Pattern PERSON = Pattern.compile("\\p{L}{3,}(woman|women|man|men|girl|boy|lady)");
    private static final Pattern FIELD = Pattern.compile("(\\p{L}{3,})(fields?)");

    private Endings() {}

    /**
     * The known words that an unknown one is made of.
     *
     * @param known whether a word has a meaning
     */
    static List<String> of(String word, Predicate<String> known) {
        Matcher person = PERSON.matcher(word);
        if (person.matches()) {
            return List.of(person.group(1));
        }
        Matcher field = FIELD.matcher(word);
        return field.matches() && known.test(field.group(1)) ? List.of(field.group(1), "field") : List.of();
    }
}
