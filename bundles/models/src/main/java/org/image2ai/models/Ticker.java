package org.image2ai.models;

import java.time.Instant;

/** The time: one that only goes on, for pauses, and that of the calendar, for days. */
interface Ticker {
    /** The time of this machine. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    };

    /** Nanoseconds since whenever; only differences mean something. */
    long nanos();

    Instant now();
}
