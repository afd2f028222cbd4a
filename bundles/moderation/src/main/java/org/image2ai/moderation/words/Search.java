package org.image2ai.moderation.words;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Finding;

/** One search of a text: gathers the terms of all its readings, and weighs them. */
final class Search {
    private static final double STRONG = 0.9;
    private static final double MILD = 0.4;
    private static final double SURE = 0.95;
    private static final double LIKELY = 0.6;
    private static final double MOST = 0.99;
    /** So many words apart, a word for somebody young and a revealing one are about the same thing. */
    private static final int NEAR = 5;

    private final Lexicon lexicon;
    private final Map<ContentCategory, TreeSet<String>> strong = new EnumMap<>(ContentCategory.class);
    private final Map<ContentCategory, TreeSet<String>> mild = new EnumMap<>(ContentCategory.class);
    private boolean young;
    private boolean youngAndRevealed;

    private record Found(Term term, int at) {}

    Search(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Looks at one reading. */
    void read(List<String> reading) {
        BitSet innocent = new BitSet();
        List<Found> all = new ArrayList<>();
        lexicon.find(reading, (term, at) -> {
            if (term.use() == Term.Use.INNOCENT) {
                innocent.set(at, at + term.words().size());
            } else {
                all.add(new Found(term, at));
            }
        });
        List<Found> counted = all.stream()
                .filter(found -> innocent.nextClearBit(found.at())
                        < found.at() + found.term().words().size())
                .toList();
        counted.forEach(found -> count(found.term()));
        young(reading, counted);
    }

    private void count(Term term) {
        switch (term.use()) {
            case STRONG, STEM -> of(strong, term);
            case MILD -> of(mild, term);
            default -> young = true;
        }
    }

    private static void of(Map<ContentCategory, TreeSet<String>> terms, Term term) {
        terms.computeIfAbsent(term.category(), category -> new TreeSet<>()).add(term.toString());
    }

    private void young(List<String> reading, List<Found> counted) {
        List<Integer> places = new ArrayList<>();
        counted.stream().filter(found -> found.term().use() == Term.Use.MINOR).forEach(found -> places.add(found.at()));
        for (int at = 0; at < reading.size(); at++) {
            if (Ages.young(reading, at)) {
                places.add(at);
                young = true;
            }
        }
        youngAndRevealed |= counted.stream()
                .filter(found -> found.term().category() == ContentCategory.SEXUAL)
                .anyMatch(found -> places.stream().anyMatch(place -> Math.abs(place - found.at()) <= NEAR));
    }

    /** What was found, at most once a category. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (ContentCategory category : ContentCategory.values()) {
            TreeSet<String> sure = strong.getOrDefault(category, new TreeSet<>());
            TreeSet<String> maybe = mild.getOrDefault(category, new TreeSet<>());
            double score = 1 - Math.pow(1 - STRONG, sure.size()) * Math.pow(1 - MILD, maybe.size());
            TreeSet<String> terms = new TreeSet<>(sure);
            terms.addAll(maybe);
            if (category == ContentCategory.SEXUAL_MINORS) {
                score = Math.max(score, together(terms));
            }
            if (score > 0) {
                findings.add(new Finding(category, Math.min(MOST, score), reason(terms)));
            }
        }
        return findings;
    }

    /** Sexual words about somebody young, where no term says both. */
    private double together(TreeSet<String> terms) {
        boolean explicit = young && strong.containsKey(ContentCategory.SEXUAL);
        if (explicit || youngAndRevealed) {
            terms.add("somebody young, and sexual words");
        }
        return explicit ? SURE : youngAndRevealed ? LIKELY : 0;
    }

    private static String reason(TreeSet<String> terms) {
        String all = String.join(", ", terms);
        return "words: " + (all.length() > 200 ? all.substring(0, 200) + "…" : all);
    }
}
