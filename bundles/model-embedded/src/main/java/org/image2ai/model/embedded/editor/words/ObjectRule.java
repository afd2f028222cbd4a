package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.AddObject;
import org.image2ai.model.embedded.editor.step.Erase;
import org.image2ai.model.embedded.editor.step.Place;
import org.image2ai.model.embedded.editor.step.Step;

/** "Add a cat on the left"; with a mask also "a cat", "replace it with a cat", "remove the car". */
final class ObjectRule implements Rule {
    private static final Pattern REMOVE = Patterns.of(
            "(?:remove|erase|delete|clear|clean|get rid of|take away|take out|wipe|hide|eliminate|inpaint|fill)",
            "(?: (?!the background|noise|the noise|grain|the grain).*)?",
            "|nothing(?: (?:there|here|at all|else))?|empty",
            "|fill(?: it)?(?: in)?(?: with the (?:background|surroundings))?",
            "|(?:clean|empty|plain|just(?: the)?|only(?: the)?|the)? ?background");
    private static final Pattern REPLACE =
            Pattern.compile("(?:replace|swap|substitute|change|turn) (?<old>.+?) (?:with|by|for|into|to) (?<new>.+)");

    private final Drawing drawing;
    private final Vocabulary words;
    private final Pattern add;

    ObjectRule(Vocabulary words, Drawing drawing) {
        this.words = words;
        this.drawing = drawing;
        this.add = Patterns.of(
                "(?<verb>(?:add|put|place|insert|draw|include|paint|paste|show|give (?:it|me)|drop in|have) )?",
                "(?<thing>[^\"]+?)",
                Patterns.place(words),
                "?");
    }

    @Override
    public List<Step> read(Clause clause) {
        boolean removal = clause.pieces() == 1 && REMOVE.matcher(clause.text()).matches();
        if (removal && clause.masked()) {
            return List.of(new Erase());
        }
        if (removal) {
            throw new Unclear("to remove a thing, mark it with a mask");
        }
        Optional<Matcher> replace = Patterns.match(REPLACE, clause.text());
        if (replace.isPresent() && clause.masked()) {
            return drawing.thing(replace.get().group("new")).map(this::instead).orElse(List.of());
        }
        return Patterns.match(add, clause.text()).map(m -> added(m, clause)).orElse(List.of());
    }

    private List<Step> added(Matcher matcher, Clause clause) {
        if (matcher.group("verb") == null && !clause.masked()) {
            return List.of();
        }
        Optional<String> thing = drawing.thing(matcher.group("thing").strip());
        Optional<Place> place = Patterns.group(matcher, "place").flatMap(words::place);
        if (thing.isEmpty() && matcher.group("verb") != null) {
            throw new Unclear("what is added is one kind of thing that can be drawn"
                    + drawing.unknown(drawing.read(matcher.group("thing"))));
        }
        if (thing.isEmpty()) {
            return List.of();
        }
        return clause.masked() ? instead(thing.get()) : List.of(new AddObject(thing.get(), place));
    }

    private List<Step> instead(String thing) {
        return List.of(new Erase(), new AddObject(thing, Optional.empty()));
    }
}
