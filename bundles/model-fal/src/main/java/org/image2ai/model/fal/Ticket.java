package org.image2ai.model.fal;

import java.util.Optional;

/**
 * What is saved of a rendering: the endpoint and the id of its request in fal's queue. A request of another endpoint is
 * none of this one's.
 */
record Ticket(String endpoint, String id) {
    /** What is saved where there is nothing to go on with any more. */
    static final String NONE = "ended";

    static Optional<Ticket> of(String endpoint, String id) {
        return Optional.of(new Ticket(endpoint, id)).filter(ticket -> ticket.id.matches("[A-Za-z0-9-]{1,64}"));
    }

    /** The one that an earlier try saved. */
    static Optional<Ticket> saved(String endpoint, String token) {
        String[] parts = token.split(" ", 2);
        return parts.length == 2 && parts[0].equals(endpoint) ? of(endpoint, parts[1]) : Optional.empty();
    }

    String token() {
        return endpoint + " " + id;
    }
}
