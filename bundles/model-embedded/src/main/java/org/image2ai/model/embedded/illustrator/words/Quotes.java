package org.image2ai.model.embedded.illustrator.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts text in quotes out of a prompt: it is to be set as type, not to be understood. */
record Quotes(String rest, List<String> type) {
    private static final int MOST = 3;
    private static final Pattern QUOTED = Pattern.compile(
            "[\"\u201c\u201d\u201e]([^\"\u201c\u201d\u201e]{1,80})[\"\u201c\u201d]|\u00ab([^\u00bb]{1,80})\u00bb"
                    + "|(?<![\\p{L}\\p{N}])'([^'\\n]{1,80})'(?![\\p{L}\\p{N}])");

    static Quotes of(String prompt) {
        List<String> type = new ArrayList<>();
        Matcher matcher = QUOTED.matcher(prompt);
        String rest = matcher.replaceAll(found -> {
            String text =
                    found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
            if (type.size() < MOST && !text.isBlank()) {
                type.add(text.strip());
            }
            return " ";
        });
        return new Quotes(rest, type);
    }
}
