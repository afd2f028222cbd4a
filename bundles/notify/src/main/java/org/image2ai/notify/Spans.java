package org.image2ai.notify;

import java.util.List;
import java.util.Map;

/** Spans of time as people say them: {@code 2 days}, not {@code 2880 minutes}. */
final class Spans {
    /** A unit in minutes, and the least number of it that is said so. */
    private record Unit(int minutes, int least, Map<String, List<String>> names) {}

    private static final List<Unit> UNITS = List.of(
            new Unit(1_440, 2, Map.of("en", List.of("day", "days"), "de", List.of("Tag", "Tage"))),
            new Unit(60, 1, Map.of("en", List.of("hour", "hours"), "de", List.of("Stunde", "Stunden"))),
            new Unit(1, 0, Map.of("en", List.of("minute", "minutes"), "de", List.of("Minute", "Minuten"))));

    private Spans() {}

    /** So many minutes in the largest unit that gives a whole number. */
    static String words(String language, long minutes) {
        Unit unit = UNITS.stream()
                .filter(u -> minutes % u.minutes() == 0 && minutes / u.minutes() >= u.least())
                .findFirst()
                .orElseThrow();
        long number = minutes / unit.minutes();
        return number + " " + unit.names().get(language).get(number == 1 ? 0 : 1);
    }
}
