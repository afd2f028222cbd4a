package org.image2ai.privacy.export;

import java.util.Locale;

/**
 * Paths in the ZIP. A participant's names are strangers' words: what is left of them cannot climb, hide or clash, and is
 * the same when a part is made again.
 */
final class EntryNames {
    private static final int LONGEST = 100;

    private EntryNames() {}

    /** The data of a holding. */
    static String data(Step step) {
        return "data/" + folder(step) + ".json";
    }

    /** A page of a holding for people. */
    static String page(Step step, int number) {
        return "read/" + folder(step) + "-" + number + ".html";
    }

    /** The schema of a category of data. */
    static String schema(String category) {
        return "schema/" + safe(category.replace(':', '.')) + ".schema.json";
    }

    /** A file of an item; the numbers keep it apart from all others, also on systems that fold case. */
    static String media(Step step, long item, int file, String name) {
        return String.format(Locale.ROOT, "media/%s/%06d-%d-%s", folder(step), item, file, safe(name));
    }

    private static String folder(Step step) {
        return safe(step.bundle()) + "/" + safe(step.holding());
    }

    /** The end of a long name says more than its beginning: it holds the extension. */
    static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST)).replaceFirst("^\\.+", "");
        return end.isEmpty() ? "file" : end;
    }
}
