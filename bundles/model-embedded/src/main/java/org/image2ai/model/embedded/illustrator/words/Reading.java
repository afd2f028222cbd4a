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
 * @param notUnderstood the words that had no meaning here, in their order
 */
public record Reading(
        List<Subject> subjects,
        Setting setting,
        DayTime time,
        Weather weather,
        Season season,
        Mood mood,
        List<String> notUnderstood) {
    public Reading {
        subjects = List.copyOf(subjects);
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Whether snow lies. */
    public boolean snowy() {
        return weather == Weather.SNOW || season == Season.WINTER || setting == Setting.SNOWFIELD;
    }
}
