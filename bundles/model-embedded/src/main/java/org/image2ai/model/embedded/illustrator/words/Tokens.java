package org.image2ai.model.embedded.illustrator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Cuts a prompt into words, and knows the singular of a plural. */
final class Tokens {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("children", "child"),
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("wolves", "wolf"),
            Map.entry("elves", "elf"),
            Map.entry("leaves", "leaf"),
            Map.entry("knives", "knife"),
            Map.entry("loaves", "loaf"),
            Map.entry("oxen", "ox"),
            Map.entry("fishes", "fish"),
            Map.entry("octopi", "octopus"),
            Map.entry("people", "person"),
            Map.entry("wizardry", "wizard"));

    private static final Set<String> UNCHANGING = Set.of("koi", "sheep", "deer", "fish", "goldfish", "bison");

    /** Stands for a comma or a full stop, which ends what is refused. */
    static final String PAUSE = ",";

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}']+|[,.;:!?\\n]");

    private Tokens() {}

    static List<String> of(String prompt) {
        List<String> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(prompt.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        while (matcher.find()) {
            String word = matcher.group();
            String bare = word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0))
                    ? PAUSE
                    : word.replaceAll("'s$|^'+|'+$", "");
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    /** Whether the plural of a word is the word itself: "koi", of which "a koi" is one. */
    static boolean unchanging(String phrase) {
        return UNCHANGING.contains(phrase.substring(phrase.lastIndexOf(' ') + 1));
    }

    /** Whether a phrase is more than one of something, as far as its end shows. */
    static boolean plural(String phrase) {
        return !singulars(phrase).isEmpty();
    }

    /** The forms that a phrase may have in the lexicon besides its own: "cup of tea" for "cups of tea", "oak" for "oaks". */
    static List<String> singulars(String phrase) {
        int of = phrase.indexOf(" of ");
        List<String> counted = of < 0 ? List.of() : singularsOfEnd(phrase.substring(0, of));
        return Stream.concat(counted.stream().map(c -> c + phrase.substring(of)), singularsOfEnd(phrase).stream())
                .toList();
    }

    private static List<String> singularsOfEnd(String phrase) {
        int cut = phrase.lastIndexOf(' ') + 1;
        String head = phrase.substring(0, cut);
        String last = phrase.substring(cut);
        List<String> forms = new ArrayList<>();
        if (IRREGULAR.containsKey(last)) {
            forms.add(head + IRREGULAR.get(last));
        } else if (last.length() > 3 && last.endsWith("s") && !last.endsWith("ss")) {
            if (last.endsWith("ies")) {
                forms.add(head + last.substring(0, last.length() - 3) + "y");
            }
            forms.add(head + last.substring(0, last.length() - 1));
            if (last.endsWith("es")) {
                forms.add(head + last.substring(0, last.length() - 2));
            }
        }
        return forms;
    }
}
