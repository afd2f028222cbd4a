package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Crop;
import org.image2ai.model.embedded.editor.step.Margins;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Trim;

/** "Crop to square", "crop to 16:9", "crop 10% from the left". */
public final class CropRule implements Rule {
    private static final int LARGEST_SHARE = 64;
    private static final String RATIO =
            "(?<ratio>square|landscape|portrait|wide ?screen|panorama|story" + "|\\d{1,5} ?(?:[:x×/]| by ) ?\\d{1,5})";
    private static final Pattern TO = Patterns.of(
            "(?:crop|cut|trim|frame)(?: ",
            Patterns.WHOLE,
            ")?(?: (?:in|down))?(?: (?:to|into|as|in))?(?: an?| the)? ",
            RATIO,
            "(?: ?px| pixels)?(?: (?:format|ratio|aspect ratio|shape|crop|image|picture))?",
            "|make ",
            Patterns.WHOLE,
            "(?: an?)? square");
    private static final Pattern OFF = Patterns.of(
            "(?:crop|cut|trim|remove|chop|shave)(?: off| away)?(?: ",
            Patterns.AMOUNT,
            ")?",
            "(?: (?:from|off|of|on|at))?(?: the)? ",
            "(?<side>left|right|top|bottom|all sides|each side|every side|sides|edges|borders?)",
            "(?: side| edge| border| part)?(?: of ",
            Patterns.WHOLE,
            ")?",
            "(?: by (?<late>\\d+(?:\\.\\d+)?) ?(?<lateUnit>px|pixels?|%|percent|per cent)?)?");
    private static final double USUAL = 10;

    @Override
    public List<Step> read(Clause clause) {
        Optional<Matcher> to = Patterns.match(TO, clause.text());
        if (to.isPresent()) {
            return List.of(
                    step(Patterns.group(to.get(), "ratio").orElse("square")).orElseThrow());
        }
        return Patterns.match(OFF, clause.text())
                .<List<Step>>map(m -> List.of(new Trim(margins(m))))
                .orElse(List.of());
    }

    /** What a picture is cut to: {@code square}, {@code 16:9}, or a size as in {@code 800x600}. */
    public static Optional<Step> step(String ratio) {
        return switch (ratio.replace(" ", "")) {
            case "square" -> Optional.of(new Crop(1, 1, false));
            case "landscape" -> Optional.of(new Crop(3, 2, false));
            case "portrait" -> Optional.of(new Crop(2, 3, false));
            case "widescreen" -> Optional.of(new Crop(16, 9, false));
            case "panorama" -> Optional.of(new Crop(3, 1, false));
            case "story" -> Optional.of(new Crop(9, 16, false));
            default -> numbers(ratio);
        };
    }

    private static Optional<Step> numbers(String ratio) {
        Matcher matcher = Pattern.compile("([1-9]\\d{0,4}) ?(?:[:x×/]| by ) ?([1-9]\\d{0,4})")
                .matcher(ratio);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int across = Integer.parseInt(matcher.group(1));
        int down = Integer.parseInt(matcher.group(2));
        return Optional.of(new Crop(across, down, Math.min(across, down) > LARGEST_SHARE));
    }

    private static Margins margins(Matcher matcher) {
        double amount = Patterns.group(matcher, "amount")
                .or(() -> Patterns.group(matcher, "late"))
                .map(Double::parseDouble)
                .orElse(USUAL);
        boolean given = matcher.group("amount") != null || matcher.group("late") != null;
        String unit = Patterns.group(matcher, "unit")
                .or(() -> Patterns.group(matcher, "lateUnit"))
                .orElse(given ? "px" : "%");
        return OutpaintRule.margins(matcher.group("side"), amount, !unit.startsWith("p") || unit.startsWith("per"));
    }
}
