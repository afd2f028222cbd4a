package org.image2ai.model.embedded.illustrator.words;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was read so far: things and how they stand to each other, the place, the look. */
final class Notes {
    private static final int MOST_SUBJECTS = 8;
    private static final int FIELD = 9;
    private static final double LARGEST_IN_HAND = 1.2;
    private static final Thing TABLE = new Thing("dining-table", Kind.FURNITURE, 0.8);
    private static final Set<Relation> NOT_ON =
            Set.of(Relation.UNDER, Relation.BEHIND, Relation.FRONT, Relation.BESIDE);
    private static final Set<String> VASES = Set.of("amphora", "basket", "bucket", "jar", "glass-of-milk");

    private final List<Subject> subjects = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final Set<Extra> without = EnumSet.noneOf(Extra.class);
    private final Map<String, String> byMeaning = new LinkedHashMap<>();
    private final Map<String, Optional<String>> lookedUp = new HashMap<>();
    private final Modifiers next = new Modifiers();
    private final Place place = new Place();
    private Style style;
    private Palette palette;
    private boolean named;
    private boolean namedBefore;
    private boolean lastPlural;

    /** The next word or phrase begins. */
    void step() {
        namedBefore = named;
        named = false;
    }

    /** What waits for its noun. */
    Modifiers next() {
        return next;
    }

    /** Where, when and in what mood. */
    Place place() {
        return place;
    }

    void thing(Thing thing, String words, boolean plural) {
        named = true;
        boolean joined = compound(thing, words, plural) || shown(thing);
        lastPlural = plural;
        if (joined) {
            next.clear();
            return;
        }
        if (subjects.size() == MOST_SUBJECTS) {
            unknown(words);
        } else {
            int anchor = next.relation() == Relation.NONE ? -1 : subjects.size() - 1;
            subjects.add(next.of(thing, words, plural));
            if (anchor >= 0) {
                relate(subjects.size() - 1, next.relation(), anchor);
            }
        }
        next.clear();
    }

    /** Whether the noun before it was only the first half of its name. */
    private boolean compound(Thing thing, String words, boolean plural) {
        if (!namedBefore || subjects.isEmpty() || lastPlural) {
            return false;
        }
        Optional<Thing> one = Compound.of(last().thing(), thing);
        one.ifPresent(whole -> {
            Subject subject = last().named(whole, words);
            boolean several = plural && subject.count() == 1;
            subjects.set(subjects.size() - 1, several ? subject.times(Modifiers.PLURAL_WITHOUT_NUMBER) : subject);
        });
        return one.isPresent();
    }

    /** Whether the picture of the last thing shows it already. */
    private boolean shown(Thing thing) {
        boolean with = next.relation() == Relation.BESIDE || next.relation() == Relation.WEARING;
        return with && !subjects.isEmpty() && Parts.has(last().thing(), thing);
    }

    private Subject last() {
        return subjects.get(subjects.size() - 1);
    }

    /** "A over B", "A on B", "A riding B" say something about A, which was read first. */
    private void relate(int number, Relation relation, int anchor) {
        Subject before = subjects.get(anchor);
        Subject subject = subjects.get(number);
        switch (relation) {
            case OVER -> subjects.set(anchor, before.over());
            case ON, IN, RIDING, UNDER, BEHIND, FRONT, LEFT, RIGHT, LARGER, SMALLER, EQUAL -> {
                for (int who : those(anchor)) {
                    subjects.set(who, subjects.get(who).relatedTo(relation, number));
                }
            }
            case HOLDING -> {
                boolean flown = subject.thing().kind() == Kind.AIRCRAFT;
                subjects.set(
                        flown ? anchor : number,
                        flown ? before.relatedTo(Relation.RIDING, number) : subject.relatedTo(relation, anchor));
            }
            case WEARING -> subjects.set(number, subject.relatedTo(relation, anchor));
            case BESIDE -> subjects.set(number, beside(subject, before, anchor));
            default -> subjects.set(number, subject.relatedTo(relation, anchor));
        }
    }

    /**
     * Whom a place is said of: in "a cat and a dog on a sofa" both, in "a mouse eating cheese under a table" the mouse.
     */
    private List<Integer> those(int number) {
        Subject subject = subjects.get(number);
        return switch (subject.relation()) {
            case NONE -> List.of(number);
            case HOLDING, WEARING -> those(subject.anchor());
            case BESIDE -> {
                List<Integer> all = new ArrayList<>(those(subject.anchor()));
                all.add(number);
                yield all;
            }
            default -> List.of();
        };
    }

    /** "With a balloon" is held; flowers are in their vase; "a hat and glasses" are both worn. */
    private static Subject beside(Subject subject, Subject before, int anchor) {
        if (held(subject, before)) {
            return subject.relatedTo(Relation.HOLDING, anchor);
        }
        if (subject.thing().kind() == Kind.PLANT
                && VASES.contains(before.thing().icon())) {
            return subject.relatedTo(Relation.IN, anchor);
        }
        boolean also = before.relation() == Relation.WEARING && subject.thing().kind() == Kind.THING;
        return also ? subject.relatedTo(Relation.WEARING, before.anchor()) : subject.relatedTo(Relation.BESIDE, anchor);
    }

    /** "A girl with a balloon" holds it. */
    private static boolean held(Subject subject, Subject before) {
        Kind holder = before.thing().kind();
        boolean hands = holder == Kind.PERSON || holder == Kind.WALKER;
        Kind kind = subject.thing().kind();
        boolean handy = kind == Kind.THING && subject.thing().height() <= LARGEST_IN_HAND && holder == Kind.PERSON;
        return (kind == Kind.FLOATER || handy) && hands && before.count() == 1;
    }

    /** "A castle with a dragon above it": the pronoun is what the last thing was related to, or the first thing. */
    void pronoun() {
        int last = subjects.size() - 1;
        if (last >= 1 && next.relation() != Relation.NONE) {
            Subject subject = subjects.get(last);
            int anchor = subject.anchor() >= 0 ? subject.anchor() : 0;
            subjects.set(
                    last,
                    next.relation() == Relation.OVER ? subject.over() : subject.relatedTo(next.relation(), anchor));
            next.clear();
        }
    }

    void setting(Setting value, String words) {
        if (value == Setting.TABLETOP && NOT_ON.contains(next.relation()) && words.matches(".*(table|desk)")) {
            thing(TABLE, words, false);
            return;
        }
        if (value == Setting.FOREST && namedBefore && last().thing().kind() == Kind.TREE) {
            forget();
        }
        if (value == Setting.MEADOW && next.relation() == Relation.NONE) {
            fieldOf();
        }
        place.setting(value, words);
        if (next.relation() == Relation.OVER || words.startsWith("fl") && words.contains("clouds")) {
            flying();
        }
        if (words.equals("mars")) {
            place.time(DayTime.SUNSET);
        }
        next.clear();
    }

    /** "A pine forest" is a forest: its trees are no thing in it. */
    private void forget() {
        int gone = subjects.size() - 1;
        subjects.remove(gone);
        subjects.replaceAll(s -> s.anchor() == gone ? s.relatedTo(Relation.NONE, -1) : s);
    }

    /** "A sunflower field" is many of them. */
    private void fieldOf() {
        int last = subjects.size() - 1;
        if (last >= 0
                && subjects.get(last).thing().kind() == Kind.PLANT
                && subjects.get(last).count() == 1) {
            subjects.set(last, subjects.get(last).times(FIELD));
        }
    }

    /** The end of a clause: "a castle, a dragon above". */
    void pause() {
        if (next.relation() == Relation.OVER) {
            flying();
        }
        next.clear();
    }

    void flying() {
        if (!subjects.isEmpty()) {
            subjects.set(subjects.size() - 1, subjects.get(subjects.size() - 1).over());
        }
    }

    void style(Style value) {
        style = style == null ? value : style;
    }

    void palette(Palette value) {
        palette = palette == null ? value : palette;
    }

    /** "No clouds": what the place would bring along is left out. */
    void exclude(Meaning meaning, String words) {
        excluded.add(words);
        Refusal.of(meaning, words).ifPresent(without::add);
        next.clear();
    }

    /** How many words were looked up by their meaning. */
    int lookedUp() {
        return lookedUp.size();
    }

    /** Looks a phrase up, once. */
    Optional<String> lookUp(String phrase, Synonyms synonyms) {
        return lookedUp.computeIfAbsent(phrase, synonyms::like);
    }

    void guessed(String words, String meaning) {
        byMeaning.put(words, meaning);
    }

    void unknown(String word) {
        if (!unknown.contains(word)) {
            unknown.add(word);
        }
    }

    Reading reading(List<String> type) {
        Look look = new Look(Optional.ofNullable(style), Optional.ofNullable(palette), type, Hand.FLUENT);
        return place.reading(subjects, look, new Remarks(unknown, excluded, without, byMeaning));
    }
}
