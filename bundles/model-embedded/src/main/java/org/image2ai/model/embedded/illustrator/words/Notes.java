package org.image2ai.model.embedded.illustrator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What was read so far, and the modifiers that wait for their noun. */
final class Notes {
    private static final int MOST_OF_A_KIND = 12;
    private static final int MOST_SUBJECTS = 8;
    private static final int PLURAL_WITHOUT_NUMBER = 3;

    private final List<Subject> subjects = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private Setting setting;
    private DayTime time;
    private Weather weather;
    private Season season;
    private Mood mood;
    private int count;
    private OptionalInt colour = OptionalInt.empty();
    private double scale = 1;
    private Relation relation = Relation.NONE;

    void thing(Thing thing, String words, boolean plural) {
        if (subjects.size() == MOST_SUBJECTS) {
            unknown.add(words);
            clear();
            return;
        }
        int n = count > 0 && !(plural && count == 1) ? count : plural ? PLURAL_WITHOUT_NUMBER : 1;
        int anchor = relation == Relation.NONE ? -1 : subjects.size() - 1;
        Relation own = anchor < 0 ? Relation.NONE : relation;
        Subject subject =
                new Subject(thing, words, Math.min(n, MOST_OF_A_KIND), colour, scale, Relation.NONE, -1, false);
        relate(subject, own, anchor);
        clear();
    }

    /** "A over B", "A on B", "A riding B" say something about A, which was read first. */
    private void relate(Subject subject, Relation own, int anchor) {
        subjects.add(subject);
        int number = subjects.size() - 1;
        if (anchor < 0) {
            return;
        }
        Subject before = subjects.get(anchor);
        switch (own) {
            case OVER -> subjects.set(anchor, before.over());
            case ON, IN, RIDING, UNDER, BEHIND, LEFT, RIGHT -> {
                if (before.anchor() < 0) {
                    subjects.set(anchor, before.relatedTo(own, number));
                }
            }
            case HOLDING -> subjects.set(number, subject.relatedTo(Relation.HOLDING, anchor));
            default -> subjects.set(number, subject.relatedTo(held(subject, before) ? Relation.HOLDING : own, anchor));
        }
    }

    /** "A girl with a balloon" holds it. */
    private static boolean held(Subject subject, Subject before) {
        Kind holder = before.thing().kind();
        boolean hands = holder == Kind.PERSON || holder == Kind.WALKER;
        return subject.thing().kind() == Kind.FLOATER && hands && before.count() == 1;
    }

    void setting(Setting value, String words) {
        if (setting == null) {
            setting = value;
        }
        if (relation == Relation.OVER && !subjects.isEmpty()) {
            subjects.set(subjects.size() - 1, subjects.get(subjects.size() - 1).over());
        }
        if (words.equals("mars")) {
            time(DayTime.SUNSET);
        }
        clear();
    }

    void flying() {
        if (!subjects.isEmpty()) {
            subjects.set(subjects.size() - 1, subjects.get(subjects.size() - 1).over());
        }
    }

    void time(DayTime value) {
        time = time == null ? value : time;
        clear();
    }

    void weather(Weather value) {
        if (weather == null || weather == Weather.CLEAR) {
            weather = value;
        }
    }

    void season(Season value) {
        season = season == null ? value : season;
    }

    void mood(Mood value) {
        mood = mood == null ? value : mood;
    }

    void colour(int rgb) {
        colour = OptionalInt.of(rgb);
    }

    void count(int n) {
        count = n;
    }

    void scale(double factor) {
        scale = factor;
    }

    void relation(Relation value) {
        relation = value;
        count = 0;
        colour = OptionalInt.empty();
        scale = 1;
    }

    void unknown(String word) {
        if (!unknown.contains(word)) {
            unknown.add(word);
        }
    }

    private void clear() {
        count = 0;
        colour = OptionalInt.empty();
        scale = 1;
        relation = Relation.NONE;
    }

    Reading reading() {
        Setting where = setting != null ? setting : Guess.setting(subjects, anythingElse());
        Weather sky = weather != null ? weather : Weather.CLEAR;
        Season year = season != null ? season : sky == Weather.SNOW ? Season.WINTER : Season.SUMMER;
        return new Reading(
                subjects,
                where,
                time != null ? time : darkByNature() ? DayTime.NIGHT : DayTime.DAY,
                sky,
                year,
                mood != null ? mood : Mood.PLAIN,
                unknown);
    }

    private boolean darkByNature() {
        return mood == Mood.AURORA || mood == Mood.NEON || mood == Mood.SPOOKY;
    }

    private boolean anythingElse() {
        return time != null || weather != null || season != null || mood != null;
    }
}
