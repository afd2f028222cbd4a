package org.image2ai.moderation.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways to read a folded text as words: as it stands; with signs and digits read as letters; and with what is written
 * letter by letter, or with points between, put together.
 */
final class Readings {
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_LEET = Pattern.compile("[^\\p{L}\\p{N}@$|!€]+");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern LEET = Pattern.compile("[0134578$@|!€]");
    private static final Pattern LONG_RUN = Pattern.compile("(\\p{L})\\1{2,}");
    private static final int FEWEST_LETTERS = 3;

    private Readings() {}

    /** Each reading is a list of words, in their order. */
    static List<List<String>> of(String folded) {
        List<String> plain = words(NOT_WORDS, folded);
        List<List<String>> readings = new ArrayList<>();
        readings.add(plain);
        readings.add(joined(plain));
        if (LEET.matcher(folded).find()) {
            List<String> signs = words(NOT_LEET, folded);
            List<String> runs = joined(signs);
            for (String one : List.of("i", "l")) {
                readings.add(signs.stream().map(word -> letters(word, one)).toList());
                readings.add(runs.stream().map(word -> letters(word, one)).toList());
            }
        }
        readings.add(words(BLANK, folded).stream()
                .flatMap(chunk -> Arrays.stream(chunk.split("[,;:/\\\\()]+")))
                .map(chunk -> NOT_WORDS.matcher(chunk).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList());
        return readings;
    }

    private static List<String> words(Pattern between, String text) {
        return Arrays.stream(between.split(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A word with its signs and digits read as letters; a number stays one. */
    private static String letters(String word, String one) {
        String core = word.replaceAll("!+$", "");
        if (!LETTER.matcher(core).find() || !LEET.matcher(core).find()) {
            return core;
        }
        return core.replace("0", "o")
                .replaceAll("[1|!]", one)
                .replaceAll("[3€]", "e")
                .replaceAll("[4@]", "a")
                .replaceAll("[5$]", "s")
                .replace("7", "t")
                .replace("8", "b");
    }

    /** The words with runs of single letters put together: p o r n. Nothing else is left, so no run meets a neighbour. */
    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1) {
                run.append(word);
            } else {
                end(run, joined);
            }
        }
        end(run, joined);
        return joined;
    }

    private static void end(StringBuilder run, List<String> joined) {
        if (run.length() >= FEWEST_LETTERS) {
            joined.add(run.toString());
            joined.add("");
        }
        run.setLength(0);
    }

    /** A word that was drawn out, with its long runs as one letter, and as two; empty for others. */
    static Optional<List<String>> shortened(String word) {
        Matcher run = LONG_RUN.matcher(word);
        return run.find() ? Optional.of(List.of(run.replaceAll("$1"), run.replaceAll("$1$1"))) : Optional.empty();
    }
}
