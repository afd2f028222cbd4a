package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * One link of a request's chain.
 *
 * @param seq its place, from 1
 * @param at when
 * @param kind what
 * @param about of which bundle or task; empty where that says nothing
 * @param details what else was said; empty once the request's key is gone
 */
record Event(int seq, Instant at, EventKind kind, String about, Map<String, String> details) {
    Event {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(about, "about");
        details = Map.copyOf(details);
    }
}
