package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a prompt word by word; at each place the longest phrase with a meaning is taken. */
public final class PromptReader {
    private final Lexicon lexicon;

    /** @param lexicon the words it knows */
    public PromptReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Reads a prompt. Whatever it holds, there is an answer: what means nothing stands in {@code notUnderstood}. */
    public Reading read(String prompt) {
        Notes notes = new Notes();
        List<String> words = Tokens.of(prompt);
        int i = 0;
        while (i < words.size()) {
            i += readAt(words, i, notes);
        }
        return notes.reading();
    }

    private int readAt(List<String> words, int from, Notes notes) {
        for (int length = Math.min(Lexicon.LONGEST, words.size() - from); length > 0; length--) {
            String phrase = String.join(" ", words.subList(from, from + length));
            Optional<Meaning> meaning = lexicon.find(phrase);
            if (meaning.isPresent()) {
                take(meaning.get(), phrase, false, notes);
                return length;
            }
            for (String singular : Tokens.singulars(phrase)) {
                Optional<Meaning> one = lexicon.find(singular);
                if (one.isPresent()) {
                    take(one.get(), phrase, true, notes);
                    return length;
                }
            }
        }
        takeUnknown(words.get(from), notes);
        return 1;
    }

    private static void takeUnknown(String word, Notes notes) {
        if (word.matches("\\d{1,2}")) {
            notes.count(Integer.parseInt(word));
        } else {
            notes.unknown(word);
        }
    }

    private static void take(Meaning meaning, String phrase, boolean plural, Notes notes) {
        String value = meaning.value().toUpperCase(Locale.ROOT);
        switch (meaning.group()) {
            case THING -> notes.thing(meaning.thing(), phrase, plural);
            case SETTING -> notes.setting(Setting.valueOf(value), phrase);
            case TIME -> notes.time(DayTime.valueOf(value));
            case WEATHER -> notes.weather(Weather.valueOf(value));
            case SEASON -> notes.season(Season.valueOf(value));
            case MOOD -> notes.mood(Mood.valueOf(value));
            case COLOUR -> notes.colour(Integer.parseInt(value.substring(1), 16));
            case NUMBER -> notes.count(Integer.parseInt(value));
            case SIZE -> notes.scale(Double.parseDouble(value));
            case RELATION -> notes.relation(Relation.valueOf(value));
            case POSE -> notes.flying();
            case SKIP -> {
                // An article or a filler changes nothing: "the two", "of red".
            }
        }
    }
}
