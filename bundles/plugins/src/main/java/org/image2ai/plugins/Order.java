package org.image2ai.plugins;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a version came here.
 *
 * @param source where from; a file in {@code deploy/} has a scheme before it
 * @param deployed whether it lies in {@code deploy/}, and so is offered again at every boot, wanted or not
 */
record Order(String source, boolean deployed) {
    private static final String DEPLOY = "deploy:";

    static Order deployed(Path file) {
        return new Order(DEPLOY + file.toAbsolutePath().normalize(), true);
    }

    static Order by(String source) {
        return new Order(source, false);
    }

    /** Whether a source was a file in {@code deploy/} that is not there any more. */
    static boolean isGone(String source) {
        return source.startsWith(DEPLOY) && !exists(source);
    }

    private static boolean exists(String source) {
        return source.startsWith(DEPLOY) && Files.exists(Path.of(source.substring(DEPLOY.length())));
    }

    /** Whether that other file in {@code deploy/} is still there, so that this one is only an older one beside it. */
    boolean isBeside(String other) {
        return deployed && !source.equals(other) && exists(other);
    }
}
