package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a prompt word by word; at each place the longest phrase with a meaning is taken. */
public final class PromptReader {
    private static final int MOST_IN_A_ROW = 3;
    /** What verbs and adverbs end in: their meaning is near that of a noun, but they name nothing. */
    private static final String NO_NOUN = "\\p{L}+(ing|ed|ly)";

    private static final int MOST_LOOKED_UP = 12;

    private final Lexicon lexicon;
    private final Synonyms synonyms;

    /** @param lexicon the words it knows */
    public PromptReader(Lexicon lexicon) {
        this(lexicon, Synonyms.NONE);
    }

    /**
     * A reader that also looks for the meaning of words it does not know.
     *
     * @param lexicon the words it knows
     * @param synonyms asked for those that it does not know
     */
    public PromptReader(Lexicon lexicon, Synonyms synonyms) {
        this.lexicon = lexicon;
        this.synonyms = synonyms;
    }

    /** Reads a prompt. Whatever it holds, there is an answer: what means nothing stands in {@code notUnderstood}. */
    public Reading read(String prompt) {
        Notes notes = new Notes();
        Quotes quotes = Quotes.of(prompt);
        readAll(Tokens.of(quotes.rest()), notes);
        notes.pause();
        return notes.reading(quotes.type());
    }

    private void readAll(List<String> words, Notes notes) {
        int i = 0;
        while (i < words.size()) {
            notes.step();
            i += readAt(words, i, notes);
        }
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
        return takeUnknown(words, from, notes);
    }

    private int takeUnknown(List<String> words, int from, Notes notes) {
        String word = words.get(from);
        if (word.equals(Tokens.PAUSE)) {
            notes.pause();
        } else if (word.matches("\\d{1,2}")) {
            notes.next().count(Integer.parseInt(word));
        } else {
            return guess(words, from, notes);
        }
        return 1;
    }

    /** Unknown words in a row are looked up together, then the first one alone: "golden eagle owl", "quokka". */
    private int guess(List<String> words, int from, Notes notes) {
        List<String> parts = Endings.of(words.get(from), w -> lexicon.find(w).isPresent());
        if (!parts.isEmpty()) {
            notes.guessed(words.get(from), String.join(" ", parts));
            readAll(parts, notes);
            return 1;
        }
        if (words.get(from).matches(NO_NOUN)) {
            notes.unknown(words.get(from));
            return 1;
        }
        int row = 1;
        while (row < MOST_IN_A_ROW && from + row < words.size() && unknown(words.get(from + row))) {
            row++;
        }
        for (int length = row; length > 0 && notes.lookedUp() < MOST_LOOKED_UP; length = length > 1 ? 1 : 0) {
            String phrase = String.join(" ", words.subList(from, from + length));
            Optional<String> known = notes.lookUp(phrase, synonyms);
            Optional<Meaning> meaning = known.flatMap(lexicon::find);
            if (meaning.isPresent()) {
                notes.guessed(phrase, known.get());
                if (meaning.get().group() == Meaning.Group.SETTING) {
                    notes.place().perhaps(Setting.valueOf(upper(meaning.get().value())));
                } else {
                    take(meaning.get(), phrase, Tokens.plural(phrase), notes);
                }
                return length;
            }
        }
        notes.unknown(words.get(from));
        return 1;
    }

    private boolean unknown(String word) {
        return !word.equals(Tokens.PAUSE)
                && !word.matches("\\d+")
                && lexicon.find(word).isEmpty()
                && Tokens.singulars(word).stream().allMatch(s -> lexicon.find(s).isEmpty());
    }

    private static void take(Meaning meaning, String phrase, boolean plural, Notes notes) {
        if (notes.next().refused() && meaning.group().names()) {
            notes.exclude(meaning, phrase);
            return;
        }
        String value = upper(meaning.value());
        switch (meaning.group()) {
            case THING -> notes.thing(meaning.thing(), phrase, plural);
            case SETTING -> notes.setting(Setting.valueOf(value), phrase);
            case LANDMARK -> notes.landmark(Landmark.valueOf(value));
            case TIME -> notes.place().time(DayTime.valueOf(value));
            case WEATHER -> notes.place().weather(Weather.valueOf(value));
            case SEASON -> notes.place().season(Season.valueOf(value));
            case MOOD -> notes.place().mood(Mood.valueOf(value));
            case STYLE -> notes.style(Style.valueOf(value));
            case PALETTE -> notes.palette(Palette.valueOf(value));
            case POSE -> {
                if (value.equals("SLEEPING")) {
                    notes.sleeping();
                } else {
                    notes.flying();
                }
            }
            case COMPANY -> notes.company(Integer.parseInt(value));
            case PRONOUN -> notes.pronoun();
            default -> modify(meaning.group(), value, notes.next());
        }
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void modify(Meaning.Group group, String value, Modifiers next) {
        switch (group) {
            case COLOUR -> next.colour(Integer.parseInt(value.substring(1), 16));
            case MATERIAL -> next.material(Material.valueOf(value));
            case NUMBER -> next.count(Integer.parseInt(value));
            case SIZE -> next.scale(Double.parseDouble(value));
            case RELATION -> next.relation(Relation.valueOf(value));
            case NOT -> next.refuse();
            default -> {
                // An article or a filler changes nothing: "the two", "of red".
            }
        }
    }
}
