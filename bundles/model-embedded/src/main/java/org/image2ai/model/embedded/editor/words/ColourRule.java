package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Recolour;
import org.image2ai.model.embedded.editor.step.Shade;
import org.image2ai.model.embedded.editor.step.Step;

/** "Make the red car blue", "change green to purple", "tint it blue". */
final class ColourRule implements Rule {
    private static final String VERB = "(?:make|turn|paint|dye|colou?r|recolou?r|change|swap|replace|tint) ";

    private final Vocabulary words;
    private final Pattern thing;
    private final Pattern pair;
    private final Pattern tint;

    ColourRule(Vocabulary words) {
        this.words = words;
        this.pair = pair(words.colours());
        this.tint = tint(words.colours());
        this.thing = thing(words.colours());
    }

    private static Pattern pair(String colour) {
        return Patterns.of(
                VERB,
                "(?:all )?(?:the )?(?<from>",
                colour,
                ")(?: colou?r| parts?| areas?| ones?)? (?:with|by|to|into|for|in) (?<to>",
                colour,
                ")(?: colou?r| ones?)?");
    }

    private static Pattern tint(String colour) {
        return Patterns.of(
                "(?:make|turn|paint|dye|colou?r|recolou?r|tint|change) ",
                Patterns.WHOLE,
                "(?: (?:to|into|in|with))?(?: a)? (?<to>",
                colour,
                ")(?: tint| colou?r| tone)?|(?:add |apply )?an? (?<other>",
                colour,
                ") tint");
    }

    private static Pattern thing(String colour) {
        return Patterns.of(
                VERB,
                "(?:the colou?r of )?",
                Patterns.THE,
                "(?:(?<from>",
                colour,
                ") )?(?<noun>[a-z' -]+?)(?:'s colou?r)?(?: colou?r)?(?: from (?<was>",
                colour,
                "))?(?: (?:to|into|in|with|by))?(?: a)?(?: bright| deep)? (?<to>",
                colour,
                ")(?: one| colou?r)?");
    }

    @Override
    public List<Step> read(Clause clause) {
        Optional<Matcher> two = Patterns.match(pair, clause.text());
        if (two.isPresent()) {
            return List.of(new Recolour(
                    shade(two.get(), "from"), shade(two.get(), "to").orElseThrow()));
        }
        Optional<Matcher> whole = Patterns.match(tint, clause.text());
        if (whole.isPresent()) {
            Shade to = shade(whole.get(), "to")
                    .or(() -> shade(whole.get(), "other"))
                    .orElseThrow();
            return List.of(new Recolour(Optional.empty(), to));
        }
        return Patterns.match(thing, clause.text()).map(m -> thing(m, clause)).orElse(List.of());
    }

    private List<Step> thing(Matcher matcher, Clause clause) {
        Optional<Shade> from = shade(matcher, "from").or(() -> shade(matcher, "was"));
        Shade to = shade(matcher, "to").orElseThrow();
        if (from.isEmpty() && !clause.masked()) {
            throw new Unclear("say which colour it has now, as in \"make the red " + matcher.group("noun") + " "
                    + matcher.group("to") + "\", or mark it with a mask");
        }
        return List.of(new Recolour(from, to));
    }

    private Optional<Shade> shade(Matcher matcher, String group) {
        return Patterns.group(matcher, group).flatMap(words::colour);
    }
}
