package org.image2ai.privacy.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between two texts, section by section and line by line. */
final class PolicyDiff {
    /** From so many pairs of lines on a section is shown as taken out and put in anew. */
    private static final long MOST = 4_000_000;

    private PolicyDiff() {}

    /** What became of a line. */
    public enum Kind {
        /** It stays. */
        SAME,
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED
    }

    /** A line, and what became of it. */
    public record Line(Kind kind, String text) {}

    /** A section that changed, under its heading. */
    public record Section(String title, List<Line> lines) {}

    /** The sections that differ, in the order of the new text; those that are gone stand last. */
    static List<Section> between(String before, String after) {
        Map<String, List<String>> old = sections(before);
        Map<String, List<String>> now = sections(after);
        List<Section> changed = new ArrayList<>();
        now.forEach((title, lines) -> add(changed, title, old.getOrDefault(title, List.of()), lines));
        old.forEach((title, lines) -> {
            if (!now.containsKey(title)) {
                add(changed, title, lines, List.of());
            }
        });
        return changed;
    }

    private static void add(List<Section> changed, String title, List<String> before, List<String> after) {
        if (!before.equals(after)) {
            changed.add(new Section(title, lines(before, after)));
        }
    }

    private static Map<String, List<String>> sections(String text) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String title = "";
        for (String raw : text.split("\\R")) {
            String line = raw.strip();
            if (line.matches("#{1,6} .*")) {
                title = unused(sections, line.replaceFirst("#+ +", ""));
                sections.put(title, new ArrayList<>());
            } else if (!line.isEmpty()) {
                sections.computeIfAbsent(title, t -> new ArrayList<>()).add(line);
            }
        }
        return sections;
    }

    private static String unused(Map<String, List<String>> sections, String title) {
        String free = title;
        for (int i = 2; sections.containsKey(free); i++) {
            free = title + " (" + i + ")";
        }
        return free;
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        List<Line> lines = new ArrayList<>();
        int[][] common = (long) before.size() * after.size() > MOST ? new int[0][] : commonLengths(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() && j < after.size() && common.length > 0) {
            if (before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, before.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Kind.REMOVED, before.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, after.get(j++)));
            }
        }
        before.subList(i, before.size()).forEach(line -> lines.add(new Line(Kind.REMOVED, line)));
        after.subList(j, after.size()).forEach(line -> lines.add(new Line(Kind.ADDED, line)));
        return lines;
    }

    /** How many lines two rests have in common, from each pair of places on. */
    private static int[][] commonLengths(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
