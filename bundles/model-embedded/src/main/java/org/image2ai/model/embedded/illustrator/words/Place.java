package org.image2ai.model.embedded.illustrator.words;

import java.util.List;
import java.util.Set;

/** What was read so far about where, when and in what mood; the first word on each wins. */
final class Place {
    private static final Set<String> VAGUE =
            Set.of("street", "road", "alley", "in the sky", "across the sky", "through the sky", "ice", "cliff");

    private Setting setting;
    private boolean vague;
    private DayTime time;
    private Weather weather;
    private Season season;
    private Mood mood;

    /** A street or the sky only says where until a better word comes. */
    void setting(Setting value, String words) {
        if (setting == null || vague && !VAGUE.contains(words)) {
            setting = value;
            vague = VAGUE.contains(words);
        }
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
                        setting != null
                                ? setting
                                : Guess.setting(
                                        subjects, anything || !look.type().isEmpty()),
                        time != null ? time : darkByNature() ? DayTime.NIGHT : DayTime.DAY,
                        sky,
                        year,
                        mood != null ? mood : Mood.PLAIN,
                        look,
                        remarks)
                .in(look);
    }

    private boolean darkByNature() {
        return mood == Mood.AURORA || mood == Mood.NEON || mood == Mood.SPOOKY;
    }
}
