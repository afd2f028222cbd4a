package org.image2ai.model.comfyui;

/**
 * Where a prompt is in the server's queue.
 *
 * @param state whether it is in it at all
 * @param before how many come before it
 */
record Place(State state, int before) {
    enum State {
        /** The server works on it. */
        RUNNING,
        /** Others come first. */
        PENDING,
        /** It is done, or was never there. */
        ABSENT
    }
}
