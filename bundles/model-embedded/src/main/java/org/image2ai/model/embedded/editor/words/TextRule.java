package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.AddText;
import org.image2ai.model.embedded.editor.step.Place;
import org.image2ai.model.embedded.editor.step.Shade;
import org.image2ai.model.embedded.editor.step.Step;

/** "Write 'HELLO' at the bottom in red". */
final class TextRule implements Rule {
    private static final String VERB =
            "(?:(?:add|write|put|print|insert|place|overlay|stamp|type|set|include|caption) )";
    private static final String KIND = "(?:text|words?|captions?|title|headline|heading|label|lettering|message|sign)";
    private static final String PLAIN_KIND = "(?:text|words?|caption|title|headline|heading)";
    private static final String SAYING = "(?: (?:that (?:says|reads)|saying|reading|with))?:? ";

    private final Vocabulary words;
    private final Pattern quoted;
    private final Pattern plain;

    TextRule(Vocabulary words) {
        this.words = words;
        String colour = "(?: in (?<colour>" + words.colours() + ")(?: (?:letters|text|type|colour|color))?)?";
        String after = Patterns.place(words) + "?";
        String colourAfter = "(?: in (?<late>" + words.colours() + ")(?: (?:letters|text|type|colour|color))?)?";
        String before = VERB + "?(?:" + Patterns.WHOLE + " with )?" + Patterns.THE + "(?:" + KIND + SAYING + ")?";
        this.quoted = Patterns.of(
                before, "\"(?<quote>\\d+)\"", "(?: as (?:a |the )?", KIND, ")?", colour, after, colourAfter);
        this.plain = Patterns.of(
                "(?:write|",
                VERB,
                Patterns.THE,
                PLAIN_KIND,
                "(?: (?:that (?:says|reads)|saying|reading))?):? ",
                "(?!(?:on|in|at|to|near|along) )(?<text>.+?)",
                colour,
                after,
                colourAfter);
    }

    @Override
    public List<Step> read(Clause clause) {
        Optional<Matcher> quote = Patterns.match(quoted, clause.text());
        if (quote.isPresent()) {
            String text = clause.quotes().get(Integer.parseInt(quote.get().group("quote")));
            return List.of(step(quote.get(), text));
        }
        if (clause.pieces() > 1 || clause.text().contains("\"")) {
            return List.of();
        }
        return Patterns.match(plain, clause.text())
                .<List<Step>>map(m -> List.of(step(m, clause.asWritten(m.group("text")))))
                .orElse(List.of());
    }

    private Step step(Matcher matcher, String text) {
        if (text.length() > AddText.LONGEST) {
            throw new Unclear("a text has at most " + AddText.LONGEST + " characters");
        }
        Place place = Patterns.group(matcher, "place").flatMap(words::place).orElse(Place.BOTTOM);
        Optional<Shade> shade = Patterns.group(matcher, "colour")
                .or(() -> Patterns.group(matcher, "late"))
                .flatMap(words::colour);
        return new AddText(text.strip(), place, shade);
    }
}
