package org.image2ai.moderation.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.image2ai.api.moderation.ContentCategory;

/** The terms of all lists, by their first word. */
final class Lexicon {
    private final Map<String, List<Term>> byFirstWord = new HashMap<>();
    private final List<Term> stems = new ArrayList<>();

    /** The lists of the bundle. */
    static Lexicon shipped() {
        Lexicon lexicon = new Lexicon();
        lexicon.read("terms.txt");
        lexicon.read("ldnoobw.txt");
        return lexicon;
    }

    private void read(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException(name + " is not in the bundle");
            }
            read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(BufferedReader lines, String name) throws IOException {
        String[] section = {};
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.indexOf(']')).split(" ");
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] terms = line.substring(line.indexOf(':') + 1).split(",");
                for (String term : terms) {
                    add(section, term, name);
                }
            }
        }
    }

    private void add(String[] section, String text, String name) {
        String use = section[section.length - 1].toUpperCase(Locale.ROOT);
        ContentCategory category = section.length == 1
                ? null
                : ContentCategory.ofWireName(section[0])
                        .orElseThrow(() -> new IllegalStateException(name + " has a category " + section[0]));
        List<String> words = Readings.of(Folding.fold(text)).get(0);
        if (words.isEmpty()) {
            throw new IllegalStateException(name + " has an empty term under " + use);
        }
        add(new Term(words, Term.Use.valueOf(use), category));
    }

    private void add(Term term) {
        if (term.use() == Term.Use.STEM) {
            stems.add(term);
        } else {
            byFirstWord
                    .computeIfAbsent(term.words().get(0), first -> new ArrayList<>())
                    .add(term);
        }
    }

    /** Calls for each term that a reading holds, with the place of its first word. */
    void find(List<String> reading, BiConsumer<Term, Integer> found) {
        for (int at = 0; at < reading.size(); at++) {
            int place = at;
            String word = reading.get(at);
            for (String form : forms(word)) {
                find(reading, place, form, found);
            }
            for (Term stem : stems) {
                if (word.contains(stem.words().get(0))) {
                    found.accept(stem, place);
                }
            }
        }
    }

    /** A word, its singular, and what it is when it is not drawn out. */
    private static List<String> forms(String word) {
        List<String> forms = new ArrayList<>(2);
        forms.add(word);
        Readings.shortened(word).ifPresent(forms::addAll);
        for (int i = forms.size() - 1; i >= 0; i--) {
            String form = forms.get(i);
            if (form.length() > 3 && form.endsWith("s")) {
                forms.add(form.substring(0, form.length() - 1));
            }
        }
        return forms;
    }

    private void find(List<String> reading, int at, String first, BiConsumer<Term, Integer> found) {
        for (Term term : byFirstWord.getOrDefault(first, List.of())) {
            boolean single = term.words().size() == 1;
            // The singular of a first word is no first word of a longer term.
            if (single || first.equals(reading.get(at)) && follows(reading, at, term)) {
                found.accept(term, at);
            }
        }
    }

    private static boolean follows(List<String> reading, int at, Term term) {
        List<String> words = term.words();
        if (at + words.size() > reading.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            String there = reading.get(at + i);
            boolean last = i == words.size() - 1;
            if (!there.equals(words.get(i)) && !(last && there.equals(words.get(i) + "s"))) {
                return false;
            }
        }
        return true;
    }
}
