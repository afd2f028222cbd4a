package org.image2ai.privacy.export;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files that broke off in the middle. A ZIP cannot hold a part of a file, so the part is made again, and the file that
 * broke off twice is left out. Kept in memory: after a restart it is tried again.
 */
final class Tears {
    private final Set<String> once = ConcurrentHashMap.newKeySet();
    private final Set<String> hopeless = ConcurrentHashMap.newKeySet();

    /** A file broke off. */
    void tore(String file) {
        if (!once.add(file)) {
            hopeless.add(file);
        }
    }

    boolean isHopeless(String file) {
        return hopeless.contains(file);
    }

    /** How many files were left out whose names begin so. */
    long hopeless(String prefix) {
        return hopeless.stream().filter(file -> file.startsWith(prefix)).count();
    }

    /** Forgets a copy. */
    void forget(String exportId) {
        once.removeIf(file -> file.startsWith(exportId));
        hopeless.removeIf(file -> file.startsWith(exportId));
    }

    /** A part must be made again, at once. */
    static final class Torn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Torn(Throwable cause) {
            super("a file broke off", cause);
        }
    }
}
