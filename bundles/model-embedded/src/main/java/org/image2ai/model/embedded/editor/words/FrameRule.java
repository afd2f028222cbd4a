package org.image2ai.model.embedded.editor.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.step.Flip;
import org.image2ai.model.embedded.editor.step.Rotate;
import org.image2ai.model.embedded.editor.step.Step;

/** "Rotate 90 degrees", "flip it horizontally". */
final class FrameRule implements Rule {
    private static final double QUARTER = 90;
    private static final Pattern ROTATE = Patterns.of(
            "(?<verb>rotate|turn|spin|tilt)(?: ",
            Patterns.WHOLE,
            ")?(?: by)?",
            "(?: (?<degrees>-?\\d{1,3}(?:\\.\\d+)?) ?(?:°|degrees?|deg)?)?",
            "(?: (?:to the |towards the )?(?<way>left|right|clockwise|counter-?clockwise|anti-?clockwise|counter clockwise",
            "|anti clockwise|upside down|around))?(?: by (?<late>\\d{1,3}(?:\\.\\d+)?) ?(?:°|degrees?|deg)?)?");
    private static final Pattern FLIP = Patterns.of(
            "(?:flip|mirror|reflect)(?: ",
            Patterns.WHOLE,
            ")?(?<way> (?:horizontally|vertically|left to right",
            "|left and right|upside down|top to bottom|sideways|on the (?:horizontal|vertical) axis",
            "|(?:left|right|up|down)))?(?: image)?|mirror image|(?<mirrored>mirrored|flipped)");

    @Override
    public List<Step> read(Clause clause) {
        Optional<Matcher> rotate = Patterns.match(ROTATE, clause.text());
        if (rotate.isPresent() && saysHow(rotate.get())) {
            return List.of(new Rotate(degrees(rotate.get())));
        }
        return Patterns.match(FLIP, clause.text())
                .<List<Step>>map(
                        m -> List.of(new Flip(!vertical(Patterns.group(m, "way").orElse("")))))
                .orElse(List.of());
    }

    /** "Rotate it" means a quarter, "turn it" nothing. */
    private static boolean saysHow(Matcher matcher) {
        return matcher.group("verb").equals("rotate")
                || matcher.group("degrees") != null
                || matcher.group("way") != null
                || matcher.group("late") != null;
    }

    private static boolean vertical(String way) {
        return way.matches(".*(?:vertical|upside|bottom|up|down).*");
    }

    private static double degrees(Matcher matcher) {
        String way = Patterns.group(matcher, "way").orElse("");
        if (way.equals("upside down") || way.equals("around")) {
            return 2 * QUARTER;
        }
        double size = Patterns.group(matcher, "degrees")
                .or(() -> Patterns.group(matcher, "late"))
                .map(Double::parseDouble)
                .orElse(QUARTER);
        return way.equals("left") || way.startsWith("counter") || way.startsWith("anti") ? -size : size;
    }
}
