package org.image2ai.model.embedded.illustrator.words;

import java.util.List;

/**
 * What a prompt says.
 *
 * @param subjects what is to be seen, in the order of the words
 * @param setting where
 * @param time when
 * @param weather in what weather
 * @param season in what season
 * @param mood in what mood
 * @param look in what technique and colours, and with what type
 * @param remarks what was refused, guessed and not understood
 */
public record Reading(
        List<Subject> subjects,
        Setting setting,
        DayTime time,
        Weather weather,
        Season season,
        Mood mood,
        Look look,
        Remarks remarks) {
    public Reading {
        subjects = List.copyOf(subjects);
    }

    /** Whether snow lies. */
    public boolean snowy() {
        return weather == Weather.SNOW || season == Season.WINTER || setting == Setting.SNOWFIELD;
    }

    /** The words that had no meaning here, in their order. */
    public List<String> notUnderstood() {
        return remarks.notUnderstood();
    }

    /** Whether the place may bring something along: the words did not refuse it. */
    public boolean has(Extra extra) {
        return !remarks.without().contains(extra);
    }

    /** The same reading in another look; what is neon plays in neon light. */
    public Reading in(Look other) {
        Mood light = other.styleOrFlat() == Style.NEON && mood == Mood.PLAIN ? Mood.NEON : mood;
        DayTime hour = light == Mood.NEON && mood == Mood.PLAIN ? DayTime.NIGHT : time;
        return new Reading(subjects, setting, hour, weather, season, light, other, remarks);
    }
}
