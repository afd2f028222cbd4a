package org.image2ai.privacy.request;

import java.time.Instant;

/**
 * One holding of the frozen roster, and how far its bundle is with it.
 *
 * @param place when it is its turn
 * @param atTheEnd whether it must wait until all others are done
 * @param bundle whom
 * @param holding which of what it holds
 * @param state how far it is
 * @param reason why it is not done; empty where that needs none
 * @param tries how often in a row it failed
 * @param next not to be asked before
 */
record Asked(
        int place,
        boolean atTheEnd,
        String bundle,
        String holding,
        State state,
        String reason,
        int tries,
        Instant next) {
    /** The whole bundle, where a question is not about one of its holdings. */
    static final String ALL = "*";

    /** How far it is. */
    enum State {
        /** It has not been asked yet. */
        OPEN,
        /** It has done its part. */
        DONE,
        /** It is not there. */
        BLOCKED,
        /** It failed, and is asked again. */
        FAILING
    }

    static Asked first(int place, boolean atTheEnd, String bundle, String holding) {
        return new Asked(place, atTheEnd, bundle, holding, State.OPEN, "", 0, Instant.EPOCH);
    }

    boolean isDone() {
        return state == State.DONE;
    }
}
