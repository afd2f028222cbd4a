package org.image2ai.plugins;

/** Ends the server at one of its steps, as {@code kill -9} does: nothing catches it. */
final class Killer {
    private int left = Integer.MAX_VALUE;

    /** A kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The step with this number is the last. */
    void at(int step) {
        left = step;
    }

    void spare() {
        left = Integer.MAX_VALUE;
    }

    void step() {
        if (left-- <= 0) {
            left = 0;
            throw new Killed();
        }
    }
}
