package org.image2ai.model.embedded.editor.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.image2ai.model.embedded.editor.step.Place;
import org.image2ai.model.embedded.editor.step.Shade;

/** The words of {@code words.txt}: group, value and phrase. */
public final class Vocabulary {
    /** The longest phrase, in words. */
    static final int LONGEST = 4;

    private static final String FILE = "words.txt";
    private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{6}|[0-9a-f]{3})");

    /**
     * What a phrase means.
     *
     * @param group which question it answers
     * @param value the answer; empty where the group says it all
     */
    record Meaning(String group, String value) {}

    private final Map<String, Map<String, String>> groups = new LinkedHashMap<>();
    private final Map<String, Meaning> meanings = new HashMap<>();

    /** Reads the words from the bundle. */
    public Vocabulary() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(FILE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().filter(l -> !l.isBlank() && !l.startsWith("# ")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", 2);
        String value = head.length > 1 ? head[1] : "";
        for (String phrase : line.substring(colon + 1).split(",")) {
            groups.computeIfAbsent(head[0], g -> new LinkedHashMap<>()).putIfAbsent(phrase.strip(), value);
            if (!head[0].equals("colour") && !head[0].equals("place") && !head[0].equals("thing")) {
                meanings.putIfAbsent(phrase.strip(), new Meaning(head[0], value));
            }
        }
    }

    /** What a phrase means in an instruction about the whole picture. */
    Optional<Meaning> find(String phrase) {
        return Optional.ofNullable(meanings.get(phrase));
    }

    /** All phrases of a group as alternatives of a pattern, the longest first. */
    String alternatives(String group) {
        return groups.get(group).keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    /** A pattern of any colour. */
    String colours() {
        return HEX.pattern() + "|" + alternatives("colour");
    }

    /** The colour of a name or of CSS's hexadecimal form. */
    public Optional<Shade> colour(String name) {
        if (HEX.matcher(name).matches()) {
            String digits = name.length() == 4 ? name.replaceAll("([0-9a-f])", "$1$1") : name;
            return Optional.of(new Shade(Integer.parseInt(digits.substring(1), 16)));
        }
        return Optional.ofNullable(groups.get("colour").get(name))
                .map(hex -> new Shade(Integer.parseInt(hex.substring(1), 16)));
    }

    /** The place of a name. */
    Optional<Place> place(String name) {
        return Optional.ofNullable(groups.get("place").get(name.replace('-', ' ')))
                .flatMap(Place::ofWireName);
    }

    /** What the illustrator calls the thing of a name; the name itself where it has no other. */
    String thing(String name) {
        return groups.get("thing").getOrDefault(name, name);
    }

    /** Whether every word is an article or the like: nothing was said. */
    boolean noise(List<String> words) {
        return words.stream().allMatch(w -> groups.get("noise").containsKey(w));
    }
}
