package org.image2ai.admin.backup;

/** The names of entries. */
final class Names {
    static final String BLOBS = "blobs/";
    static final String KEYS = "keys/";
    static final String ETC = "etc/";

    private Names() {}

    static String table(String name) {
        return "tables/" + name + ".jsonl";
    }

    /** A name without its folder. */
    static String below(String folder, String name) {
        return name.substring(folder.length());
    }
}
