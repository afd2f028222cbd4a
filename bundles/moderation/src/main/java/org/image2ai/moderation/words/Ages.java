package org.image2ai.moderation.words;

import java.util.List;
import java.util.Set;

/** Finds ages below 18 in a reading: "12 years old", "13yo", "5 ans". */
final class Ages {
    private static final int GROWN_UP = 18;
    private static final Set<String> AFTER_A_NUMBER = Set.of(
            "yo", "y", "year", "years", "yr", "yrs", "jahre", "jahrige", "jahriger", "jahriges", "ans", "anos", "anni");

    private Ages() {}

    /** Whether the word at a place begins the age of somebody young. */
    static boolean young(List<String> reading, int at) {
        String word = reading.get(at);
        if (word.isEmpty() || !Character.isDigit(word.charAt(0))) {
            return false;
        }
        if (word.matches("\\d{1,2}") && at + 1 < reading.size()) {
            String next = reading.get(at + 1);
            boolean english = next.startsWith("year") || next.startsWith("yr");
            boolean old = at + 2 < reading.size() && reading.get(at + 2).equals("old") || next.equals("y");
            return AFTER_A_NUMBER.contains(next) && (!english || old) && Integer.parseInt(word) < GROWN_UP;
        }
        return word.matches("\\d{1,2}(yo|yr|yrs)") && Integer.parseInt(word.replaceAll("\\D", "")) < GROWN_UP;
    }
}
