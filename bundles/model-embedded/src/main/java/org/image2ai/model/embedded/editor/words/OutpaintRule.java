package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Crop;
import org.image2ai.model.embedded.editor.step.Margins;
import org.image2ai.model.embedded.editor.step.Outpaint;
import org.image2ai.model.embedded.editor.step.OutpaintTo;
import org.image2ai.model.embedded.editor.step.Step;

/** "Extend it to the left by 200 px", "zoom out", "expand to 16:9". */
final class OutpaintRule implements Rule {
    private static final double USUAL = 25;
    private static final String VERB = "(?:extend|expand|outpaint|continue|uncrop|widen|grow|enlarge|stretch)";
    private static final String SIDE =
            "left|right|top|bottom|upwards?|downwards?|up|down|outwards?|both sides|all sides"
                    + "|each side|every side|sides|all directions|every direction|all around";
    private static final Pattern TO_SIDES = Patterns.of(
            VERB,
            "(?: ",
            Patterns.WHOLE,
            ")?(?: out)?",
            "(?: (?:by )?(?<early>\\d+(?:\\.\\d+)?) ?(?<earlyUnit>px|pixels?|%|percent|per cent)?)?",
            "(?: (?:to|on|at|towards|in))?(?: the)? (?<side>",
            SIDE,
            ")(?: (?:and|and to the|and the) (?<other>",
            SIDE,
            "))?",
            "(?: sides?| edge| direction)?(?: of ",
            Patterns.WHOLE,
            ")?(?: by ",
            Patterns.AMOUNT,
            ")?");
    private static final Pattern ZOOM = Patterns.of(
            "(?:zoom out|",
            VERB,
            " ",
            Patterns.WHOLE,
            "|",
            VERB,
            "|show more around ",
            Patterns.WHOLE,
            "|uncrop)(?: of ",
            Patterns.WHOLE,
            ")?(?: by ",
            Patterns.AMOUNT,
            ")?(?: a bit| a little)?");
    private static final Pattern TO_RATIO = Patterns.of(
            VERB,
            "(?: ",
            Patterns.WHOLE,
            ")?(?: (?:to|into))?(?: an?)? (?<ratio>square|landscape|portrait",
            "|wide ?screen|panorama|story|\\d{1,2} ?[:/] ?\\d{1,2})(?: format| ratio| aspect ratio)?");
    private static final Pattern WIDER = Patterns.of("make ", Patterns.WHOLE, " (?<way>wider|taller|higher)");

    @Override
    public List<Step> read(Clause clause) {
        String text = clause.text();
        Optional<Matcher> ratio = Patterns.match(TO_RATIO, text);
        if (ratio.isPresent()) {
            Crop shape = (Crop) CropRule.step(ratio.get().group("ratio")).orElseThrow();
            return List.of(new OutpaintTo(shape.across(), shape.down()));
        }
        Optional<Matcher> wider = Patterns.match(WIDER, text);
        if (wider.isPresent()) {
            String sides = wider.get().group("way").equals("wider") ? "both sides" : "up";
            return List.of(new Outpaint(margins(sides, USUAL, true)));
        }
        return Patterns.match(TO_SIDES, text)
                .or(() -> Patterns.match(ZOOM, text))
                .<List<Step>>map(m -> List.of(new Outpaint(margins(m))))
                .orElse(List.of());
    }

    private static Margins margins(Matcher matcher) {
        boolean sided = matcher.pattern() == TO_SIDES;
        Optional<String> early = sided ? Patterns.group(matcher, "early") : Optional.empty();
        Optional<String> amount = early.or(() -> Patterns.group(matcher, "amount"));
        String unit = (early.isPresent() ? Patterns.group(matcher, "earlyUnit") : Patterns.group(matcher, "unit"))
                .orElse(amount.isPresent() ? "px" : "%");
        boolean percent = unit.equals("%") || unit.startsWith("per");
        double length = amount.map(Double::parseDouble).orElse(USUAL);
        Margins one = margins(sided ? matcher.group("side") : "all sides", length, percent);
        if (!sided || matcher.group("other") == null) {
            return one;
        }
        Margins other = margins(matcher.group("other"), length, percent);
        return new Margins(
                Math.max(one.left(), other.left()),
                Math.max(one.right(), other.right()),
                Math.max(one.up(), other.up()),
                Math.max(one.down(), other.down()),
                percent);
    }

    static Margins margins(String side, double length, boolean percent) {
        boolean all = side.matches("all.*|each.*|every.*|edges|borders?|outwards?");
        boolean both = side.matches("both sides|sides");
        return new Margins(
                all || both || side.equals("left") ? length : 0,
                all || both || side.equals("right") ? length : 0,
                all || side.matches("top|up|upwards?") ? length : 0,
                all || side.matches("bottom|down|downwards?") ? length : 0,
                percent);
    }
}
