package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Resize;
import org.image2ai.model.embedded.editor.step.Step;

/** "Resize to 800x600", "make it half the size", "scale to 50%". */
public final class ResizeRule implements Rule {
    private static final String SIZE =
            "(?<size>\\d{1,5} ?[x×] ?\\d{1,5}|\\d{1,4}(?:\\.\\d+)? ?(?:%|percent|per cent))(?: ?px| pixels)?";
    private static final String SIDE =
            "(?<length>\\d{1,5})(?: ?(?:px|pixels?))?(?<way> (?:wide|high|tall|in (?:width|height)))"
                    + "|(?<across>\\d{2,5}) ?(?:px|pixels)";
    private static final String FACTOR =
            "(?<factor>half|double|twice|a third|a quarter|triple|\\d(?:\\.\\d)? times)(?: (?:the|its|as))?"
                    + "(?: (?:size|big|large|original size))*";
    private static final Pattern RESIZE = Patterns.of(
            "(?:resize|scale|shrink|enlarge|reduce|downscale|make)(?: ",
            Patterns.WHOLE,
            ")?(?: (?:down|up))?",
            "(?: (?:to|by|at))? (?:",
            SIZE,
            "|",
            SIDE,
            "|",
            FACTOR,
            ")");
    private static final Pattern VAGUE =
            Patterns.of("(?:make ", Patterns.WHOLE, " |shrink |scale |resize )(?<way>smaller|down|half)");

    @Override
    public List<Step> read(Clause clause) {
        if (VAGUE.matcher(clause.text()).matches()) {
            return List.of(new Resize(0, 0, 0.5));
        }
        return Patterns.match(RESIZE, clause.text())
                .<List<Step>>map(m -> List.of(step(m)))
                .orElse(List.of());
    }

    private static Step step(Matcher matcher) {
        if (matcher.group("size") != null) {
            return step(matcher.group("size")).orElseThrow();
        }
        if (matcher.group("length") != null) {
            int length = Integer.parseInt(matcher.group("length"));
            return matcher.group("way").contains("wid") ? new Resize(length, 0, 1) : new Resize(0, length, 1);
        }
        if (matcher.group("across") != null) {
            return new Resize(Integer.parseInt(matcher.group("across")), 0, 1);
        }
        String factor = matcher.group("factor");
        return new Resize(
                0,
                0,
                switch (factor) {
                    case "half" -> 0.5;
                    case "double", "twice" -> 2;
                    case "a third" -> 1 / 3.0;
                    case "a quarter" -> 0.25;
                    case "triple" -> 3;
                    default -> Double.parseDouble(factor.substring(0, factor.indexOf(' ')));
                });
    }

    /** A size: {@code 800x600}, {@code 800x} or {@code x600} where the other side follows, or {@code 50%}. */
    public static Optional<Step> step(String size) {
        Matcher sides = Pattern.compile("(\\d{0,5}) ?[x×] ?(\\d{0,5})").matcher(size.strip());
        if (sides.matches()) {
            int width = sides.group(1).isEmpty() ? 0 : Integer.parseInt(sides.group(1));
            int height = sides.group(2).isEmpty() ? 0 : Integer.parseInt(sides.group(2));
            return width + height > 0 ? Optional.of(new Resize(width, height, 1)) : Optional.empty();
        }
        Matcher percent = Pattern.compile("(\\d{1,4}(?:\\.\\d+)?) ?(?:%|percent|per cent)")
                .matcher(size.strip());
        double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
        return share > 0 ? Optional.of(new Resize(0, 0, share)) : Optional.empty();
    }
}
