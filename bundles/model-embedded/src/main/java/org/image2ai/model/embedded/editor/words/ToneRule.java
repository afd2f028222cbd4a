package org.image2ai.model.embedded.editor.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.image2ai.model.embedded.editor.filter.Style;
import org.image2ai.model.embedded.editor.filter.Tone;
import org.image2ai.model.embedded.editor.step.Adjust;
import org.image2ai.model.embedded.editor.step.AutoAdjust;
import org.image2ai.model.embedded.editor.step.Denoise;
import org.image2ai.model.embedded.editor.step.Step;
import org.image2ai.model.embedded.editor.step.Stylize;

/**
 * "Make it a bit warmer", "increase the contrast by 20%", "turn it into a pencil sketch": clauses that are nothing but
 * known words. One word that is not known, and the clause says nothing.
 */
final class ToneRule implements Rule {
    private static final double USUAL = 30;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d+)?%?");

    private final Vocabulary words;

    ToneRule(Vocabulary words) {
        this.words = words;
    }

    /** What was read of one clause. */
    private static final class Notes {
        private final List<Step> steps = new ArrayList<>();
        private final Map<String, Integer> tones = new TreeMap<>();
        private int direction = 1;
        private boolean more;
        private double degree = 1;
        private Optional<Double> number = Optional.empty();
    }

    @Override
    public List<Step> read(Clause clause) {
        List<String> tokens = List.of(clause.text().split(" "));
        Notes notes = new Notes();
        int at = 0;
        while (at < tokens.size()) {
            int length = readAt(tokens, at, notes);
            if (length == 0) {
                return List.of();
            }
            at += length;
        }
        return steps(notes);
    }

    private int readAt(List<String> tokens, int at, Notes notes) {
        for (int length = Math.min(Vocabulary.LONGEST, tokens.size() - at); length > 0; length--) {
            Optional<Vocabulary.Meaning> meaning = words.find(String.join(" ", tokens.subList(at, at + length)));
            if (meaning.isPresent()) {
                take(meaning.get(), notes);
                return length;
            }
        }
        Matcher number = NUMBER.matcher(tokens.get(at));
        if (!number.matches()) {
            return 0;
        }
        notes.number = Optional.of(Double.parseDouble(tokens.get(at).replaceAll("[+%]", "")));
        return 1;
    }

    private static void take(Vocabulary.Meaning meaning, Notes notes) {
        String value = meaning.value();
        switch (meaning.group()) {
            case "tone" -> {
                String name = value.substring(0, value.length() - 1);
                notes.tones.merge(name, value.endsWith("+") ? 1 : -1, Integer::sum);
            }
            case "direction" -> {
                notes.direction *= value.equals("+") ? 1 : -1;
                notes.more |= !value.equals("~");
            }
            case "degree" -> notes.degree = Double.parseDouble(value);
            case "auto" -> notes.steps.add(new AutoAdjust());
            case "denoise" -> notes.steps.add(new Denoise(Denoise.USUAL));
            case "style" -> notes.steps.add(new Stylize(Style.ofWireName(value).orElseThrow()));
            default -> {
                // An article or a filler changes nothing.
            }
        }
    }

    /** A clause is about tones or about one other thing; about both it would be unclear what "more" belongs to. */
    private static List<Step> steps(Notes notes) {
        if (notes.tones.isEmpty()) {
            return notes.steps.size() == 1 && !notes.more && notes.number.isEmpty() ? notes.steps : List.of();
        }
        if (!notes.steps.isEmpty()) {
            return List.of();
        }
        double size = notes.number.map(Math::abs).orElse(USUAL * notes.degree);
        double sign = notes.number.filter(n -> n < 0).isPresent() ? -notes.direction : notes.direction;
        double[] values = {0, 0, 0, 0, 0};
        List<String> names = List.of("brightness", "contrast", "saturation", "warmth", "sharpness");
        notes.tones.forEach((name, way) ->
                values[names.indexOf(name)] = Math.max(-100, Math.min(100, size * sign * Integer.signum(way))));
        return List.of(new Adjust(new Tone(values[0], values[1], values[2], values[3]), values[4]));
    }
}
