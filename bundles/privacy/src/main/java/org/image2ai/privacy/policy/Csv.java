package org.image2ai.privacy.policy;

import java.util.List;
import java.util.stream.Collectors;

/** Tables as RFC 4180 has them. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
final class Csv {
    private Csv() {}

    static String of(List<String> headers, List<List<String>> rows) {
        return line(headers) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
