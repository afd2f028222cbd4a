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
    private static final int SCHOOL = 5;
    private static final Thing KOI = new Thing("koi", Kind.FISH, 0.31);
    private static final Thing TABLE = new Thing("dining-table", Kind.FURNITURE, 0.8);
    private static final Set<Relation> NOT_ON =
            Set.of(Relation.UNDER, Relation.BEHIND, Relation.FRONT, Relation.BESIDE);
    private static final Set<Kind> GROWN = Set.of(Kind.PLANT, Kind.TREE);
    private static final Set<Kind> GROWING = Set.of(Kind.PLANT, Kind.FOOD);
    private static final Set<Kind> SITTING = Set.of(Kind.WALKER, Kind.PERSON, Kind.BIRD);

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
    private boolean landmarkLast;
    private boolean asleep;

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
        landmarkLast = false;
        boolean joined = dressed(thing) || compound(thing, words, plural) || shown(thing);
        lastPlural = plural;
        if (joined) {
            next.clear();
            return;
        }
        if (subjects.size() == MOST_SUBJECTS) {
            unknown(words);
        } else {
            int anchor = next.relation() == Relation.NONE ? -1 : subjects.size() - 1;
            subjects.add(next.of(asleep ? Poses.asleep(thing) : thing, words, plural));
            asleep = false;
            if (anchor >= 0) {
                Ties.relate(subjects, subjects.size() - 1, next.relation());
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

    /** Whether it is what the last person has on: "a girl in a red dress" has red clothes. */
    private boolean dressed(Thing thing) {
        boolean on = next.relation() == Relation.IN || next.relation() == Relation.WEARING;
        if (!on || subjects.isEmpty() || last().thing().kind() != Kind.PERSON || !Parts.garment(thing)) {
            return false;
        }
        if (next.surface().colour().isPresent()) {
            subjects.set(subjects.size() - 1, last().looking(next.surface()));
        }
        return true;
    }

    /** "A bear family" is some bears; "a family of bears" as well. */
    void company(int count) {
        if (namedBefore && last().count() == 1) {
            subjects.set(subjects.size() - 1, last().times(count));
        } else {
            next.count(count);
        }
    }

    /** "A sleeping cat" says it of what follows, "a cat sleeping" and "a cat is sleeping" of what went before. */
    void sleeping() {
        if (next.counted() || subjects.isEmpty()) {
            asleep = true;
        } else {
            int last = subjects.size() - 1;
            subjects.set(last, last().shownAs(Poses.asleep(last().thing())));
        }
    }

    /** Whether the picture of the last thing shows it already. */
    private boolean shown(Thing thing) {
        boolean with = Set.of(Relation.BESIDE, Relation.WEARING, Relation.IN, Relation.ON)
                .contains(next.relation());
        return with && !subjects.isEmpty() && Parts.has(last().thing(), thing);
    }

    private Subject last() {
        return subjects.get(subjects.size() - 1);
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
        if (value == Setting.POND) {
            next.clear();
            next.count(SCHOOL);
            thing(KOI, words, true);
            setting(Setting.LAKE, words);
            return;
        }
        if (value == Setting.TABLETOP && NOT_ON.contains(next.relation()) && words.matches(".*(table|desk)")) {
            thing(TABLE, words, false);
            return;
        }
        if (value == Setting.WALL && next.relation() == Relation.ON && sits()) {
            landmark(Landmark.LOW_WALL);
            return;
        }
        if (value == Setting.FOREST && namedBefore && last().thing().kind() == Kind.TREE) {
            forget();
        }
        if (value == Setting.MEADOW && next.relation() == Relation.NONE) {
            fieldOf();
        }
        place.setting(value, words);
        boolean bridged = !subjects.isEmpty() && last().thing().kind() == Kind.BUILDING && value != Setting.CLOUDS;
        if (next.relation() == Relation.OVER && !bridged && !landmarkLast
                || words.startsWith("fl") && words.contains("clouds")) {
            flying();
        }
        if (words.equals("mars")) {
            place.time(DayTime.SUNSET);
        }
        next.clear();
    }

    /** A road, a pier, a branch. */
    void landmark(Landmark value) {
        landmarkLast = true;
        if (value == Landmark.BRANCH
                && namedBefore
                && GROWN.contains(last().thing().kind())) {
            place.season(last().thing().icon().startsWith("cherry") ? Season.SPRING : Season.SUMMER);
            forget();
        }
        place.landmark(value.to(next.relation(), sits()));
        if (next.relation() == Relation.OVER) {
            flying();
        }
        next.clear();
    }

    /** Who is on a wall sits on it; a picture or a plant hangs on it. */
    private boolean sits() {
        return !subjects.isEmpty() && SITTING.contains(last().thing().kind());
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
                && GROWING.contains(subjects.get(last).thing().kind())
                && subjects.get(last).count() == 1) {
            Thing crop = last().thing();
            subjects.set(
                    last,
                    last().shownAs(new Thing(crop.icon(), Kind.PLANT, crop.height()))
                            .times(FIELD));
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
