package org.image2ai.model.embedded.illustrator.words;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a prompt says.
 *
 * @param subjects what is to be seen, in the order of the words
 * @param setting where
 * @param landmarks what belongs to the place: a road, mountains behind it
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
        Set<Landmark> landmarks,
        DayTime time,
        Weather weather,
        Season season,
        Mood mood,
        Look look,
        Remarks remarks) {
    public Reading {
        subjects = List.copyOf(subjects);
        landmarks = Collections.unmodifiableSet(
                landmarks.isEmpty() ? EnumSet.noneOf(Landmark.class) : EnumSet.copyOf(landmarks));
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

    /** Whether the place has it. */
    public boolean has(Landmark landmark) {
        return landmarks.contains(landmark);
    }

    /** Whether the things sit high on something. */
    public boolean perched() {
        return landmarks.stream().anyMatch(Landmark::perch);
    }

    /** The same reading in another look; what is neon plays in neon light. */
    public Reading in(Look other) {
        Mood light = other.styleOrFlat() == Style.NEON && mood == Mood.PLAIN ? Mood.NEON : mood;
        DayTime hour = light == Mood.NEON && mood == Mood.PLAIN ? DayTime.NIGHT : time;
        return new Reading(subjects, setting, landmarks, hour, weather, season, light, other, remarks);
    }
}
