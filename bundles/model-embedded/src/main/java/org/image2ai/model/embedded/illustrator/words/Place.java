package org.image2ai.model.embedded.illustrator.words;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was read so far about where, when and in what mood; the first word on each wins. */
final class Place {
    private static final Set<String> VAGUE = Set.of(
            "street", "alley", "in the sky", "across the sky", "through the sky", "ice", "hill", "hills", "landscape");
    private static final Set<Setting> BELOW_MOUNTAINS =
            EnumSet.of(Setting.VILLAGE, Setting.MEADOW, Setting.CITY, Setting.SEA, Setting.BEACH, Setting.LAKE);
    private static final Set<Setting> OF_WATER = EnumSet.of(Setting.SEA, Setting.BEACH, Setting.LAKE);
    private static final double SMALL_FISH = 0.35;

    private final Set<Landmark> landmarks = EnumSet.noneOf(Landmark.class);
    private Setting setting;
    private Setting guessed;
    private boolean vague;
    private DayTime time;
    private Weather weather;
    private Season season;
    private Mood mood;

    /** A street or the sky only says where until a better word comes; of two places one may lie behind the other. */
    void setting(Setting value, String words) {
        if (setting == null || vague && !VAGUE.contains(words)) {
            setting = value;
            vague = VAGUE.contains(words);
        } else if (value == Setting.MOUNTAINS && BELOW_MOUNTAINS.contains(setting)) {
            landmarks.add(Landmark.MOUNTAINS);
        } else if (setting == Setting.MOUNTAINS && BELOW_MOUNTAINS.contains(value)) {
            setting = value;
            landmarks.add(Landmark.MOUNTAINS);
        } else {
            byTheWater(value);
        }
    }

    private void byTheWater(Setting value) {
        boolean cliff = value == Setting.CLIFF || setting == Setting.CLIFF;
        if (cliff && (OF_WATER.contains(setting) || OF_WATER.contains(value))) {
            setting = Setting.CLIFF;
        } else if (OF_WATER.contains(value) && (setting == Setting.VILLAGE || setting == Setting.CITY)) {
            landmarks.add(Landmark.WATER);
        } else if (value == Setting.SEA && setting == Setting.MEADOW) {
            setting = Setting.CLIFF;
        }
    }

    /** A place that was only guessed from an unknown word: it counts where no other is named. */
    void perhaps(Setting value) {
        guessed = guessed == null ? value : guessed;
    }

    void landmark(Landmark value) {
        landmarks.add(value);
    }

    void time(DayTime value) {
        time = time == null ? value : time;
    }

    void weather(Weather value) {
        weather = weather == null || weather == Weather.CLEAR ? value : weather;
    }

    void season(Season value) {
        season = season == null ? value : season;
    }

    void mood(Mood value) {
        mood = mood == null ? value : mood;
    }

    /** The place, the rest of which is guessed from what is to be seen there. */
    Reading reading(List<Subject> subjects, Look look, Remarks remarks) {
        boolean anything = time != null || weather != null || season != null || mood != null;
        Weather sky = weather != null ? weather : Weather.CLEAR;
        Season year = season != null ? season : sky == Weather.SNOW ? Season.WINTER : Season.SUMMER;
        return new Reading(
                        subjects,
                        where(subjects, anything || !look.type().isEmpty()),
                        landmarks,
                        time != null ? time : darkByNature() ? DayTime.NIGHT : DayTime.DAY,
                        sky,
                        year,
                        mood != null ? mood : Mood.PLAIN,
                        look,
                        remarks)
                .in(look);
    }

    private Setting where(List<Subject> subjects, boolean anythingElse) {
        if (setting == Setting.LAKE && fishPond(subjects)) {
            return Setting.POND;
        }
        if (landmarks.contains(Landmark.MARKET) && setting != Setting.CITY) {
            if (OF_WATER.contains(setting)) {
                landmarks.add(Landmark.WATER);
            }
            return Setting.VILLAGE;
        }
        if (landmarks.contains(Landmark.PIER) && setting == Setting.BEACH) {
            return Setting.SEA;
        }
        if (setting != null || guessed != null) {
            return setting != null ? setting : guessed;
        }
        if (landmarks.contains(Landmark.IVY)) {
            return Setting.WALL;
        }
        Setting home = Guess.setting(subjects, anythingElse);
        boolean wild = home != Setting.ABSTRACT && home != Setting.TABLETOP && home != Setting.CITY;
        return landmarks.isEmpty() || wild && !landmarks.contains(Landmark.PIER)
                ? home
                : landmarks.iterator().next().home();
    }

    /** Small fish in a pond are seen from above: from its bank they are not seen at all. */
    private boolean fishPond(List<Subject> subjects) {
        boolean fish = subjects.stream()
                .anyMatch(s -> s.thing().kind() == Kind.FISH && s.thing().height() < SMALL_FISH);
        return fish
                && landmarks.isEmpty()
                && subjects.stream()
                        .allMatch(
                                s -> s.thing().kind() == Kind.FISH || s.thing().kind() == Kind.PLANT);
    }

    private boolean darkByNature() {
        return mood == Mood.AURORA
                || mood == Mood.NEON
                || mood == Mood.SPOOKY
                || landmarks.contains(Landmark.FIREWORKS);
    }
}
