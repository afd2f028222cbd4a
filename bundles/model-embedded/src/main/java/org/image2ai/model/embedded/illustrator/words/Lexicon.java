package org.image2ai.model.embedded.illustrator.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every word and phrase that has a meaning. Sources, the first one to know a phrase wins: {@code words.txt},
 * {@code things.txt}, the names of all icons, their keywords.
 */
public final class Lexicon {
    /** The longest phrase that is looked up, in words. */
    static final int LONGEST = 5;

    private static final String HOME = "/org/image2ai/model/embedded/illustrator/";
    private static final int SHORT = 3;

    private static final int NAMES_OF_A_LINE = 4;

    private final Map<String, Meaning> meanings = new HashMap<>(8192);
    private final Set<String> names = new LinkedHashSet<>();

    /** Reads the sources from the bundle. */
    public Lexicon() {
        lines("words.txt").forEach(this::addWords);
        lines("things.txt").forEach(this::addThings);
        List<String[]> icons =
                lines("icons/index.tsv").stream().map(l -> l.split("\t", -1)).toList();
        icons.forEach(this::addName);
        icons.forEach(this::addKeywords);
    }

    /** The meaning of a phrase, if it has one. */
    Optional<Meaning> find(String phrase) {
        return Optional.ofNullable(meanings.get(phrase));
    }

    /** The plain names of places and of things, for who compares meanings. */
    public List<String> names() {
        return List.copyOf(names);
    }

    private void addWords(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ", 2);
        Meaning.Group group = Meaning.Group.valueOf(head[0].toUpperCase(Locale.ROOT));
        Meaning meaning = new Meaning(group, head.length > 1 ? head[1] : "", null);
        add(line.substring(colon + 1), meaning);
        if (group == Meaning.Group.SETTING) {
            name(line.substring(colon + 1));
        }
    }

    private void name(String phrases) {
        Arrays.stream(phrases.split(","))
                .limit(NAMES_OF_A_LINE)
                .map(String::strip)
                .forEach(names::add);
    }

    private void addThings(String line) {
        int colon = line.indexOf(':');
        String[] head = line.substring(0, colon).split(" ");
        Kind kind = Kind.valueOf(head[0].toUpperCase(Locale.ROOT));
        name(line.substring(colon + 1));
        add(line.substring(colon + 1), Meaning.of(new Thing(head[2], kind, Double.parseDouble(head[1]))));
    }

    private void add(String phrases, Meaning meaning) {
        for (String phrase : phrases.split(",")) {
            meanings.putIfAbsent(phrase.strip().replace('-', ' '), meaning);
        }
    }

    private void addName(String[] icon) {
        if (!icon[0].contains("~")) {
            String name = icon[0].replace("noto/", "").replace('-', ' ');
            meanings.putIfAbsent(name, Meaning.of(thing(icon)));
            if (!icon[1].equals("smiley") && !icon[1].equals("person")) {
                names.add(name);
            }
        }
    }

    /** The first keywords of an icon say what it shows; the further ones only what it may stand for. */
    private void addKeywords(String[] icon) {
        if (icon[0].contains("~") || icon[1].equals("smiley") || icon[1].equals("person")) {
            return;
        }
        String[] keywords = icon[2].split(",");
        int count = icon[1].equals("nature") || icon[1].equals("food") ? 2 : 1;
        for (int i = 0; i < Math.min(count, keywords.length); i++) {
            boolean plural = Tokens.singulars(keywords[i]).stream().anyMatch(meanings::containsKey);
            if (keywords[i].length() > SHORT && !plural) {
                meanings.putIfAbsent(keywords[i].replace('-', ' '), Meaning.of(thing(icon)));
            }
        }
    }

    private static Thing thing(String[] icon) {
        return switch (icon[1]) {
            case "nature" -> new Thing(icon[0], Kind.PLANT, 0.4);
            case "food" -> new Thing(icon[0], Kind.FOOD, 0.15);
            case "person" -> new Thing(icon[0], Kind.PERSON, 1.7);
            case "travel" -> new Thing(icon[0], Kind.BUILDING, 3);
            default -> new Thing(icon[0], Kind.THING, 0.3);
        };
    }

    private static List<String> lines(String name) {
        try (InputStream in = Lexicon.class.getResourceAsStream(HOME + name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle has no " + HOME + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(HOME + name, e);
        }
    }
}
