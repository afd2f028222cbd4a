package org.image2ai.model.embedded.editor.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of the patterns of all rules. */
final class Patterns {
    /** The whole picture. */
    static final String WHOLE = "(?:it|this|that|everything|(?:the |this |that |my )?(?:whole |entire )?"
            + "(?:image|picture|photo|photograph|pic|scene|canvas|frame))";

    /** An article or a possessive, with the space after it. */
    static final String THE = "(?:(?:the|an?|his|her|its|my|their|this|that|some|all(?: the)?) )?";

    /** A number of pixels or hundredths. */
    static final String AMOUNT = "(?<amount>\\d+(?:\\.\\d+)?) ?(?<unit>px|pixels?|%|percent|per cent)?";

    private Patterns() {}

    static Pattern of(String... parts) {
        return Pattern.compile(String.join("", parts));
    }

    static Optional<Matcher> match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    static Optional<String> group(Matcher matcher, String name) {
        return Optional.ofNullable(matcher.group(name)).filter(s -> !s.isBlank());
    }

    /** Where something is to be put, with the space before it; {@code place} is the name of the place. */
    static String place(Vocabulary words) {
        return "(?: (?:(?:on|in|at|to|into|onto|near|along|across|towards) )?(?:the )?(?:very )?(?:far )?(?<place>"
                + words.alternatives("place") + "|top-left|top-right|bottom-left|bottom-right)"
                + "(?:[ -]hand)?(?: corner| side| edge| part| half| third)?(?: of " + WHOLE + ")?)";
    }
}
