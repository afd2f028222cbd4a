package org.image2ai.model.comfyui;

import java.util.Optional;

/**
 * What is saved of a rendering, before the server has it: the id of its prompt and the seed, so that one whose prompt
 * the server lost becomes the same picture.
 */
record Ticket(String id, long seed) {
    static Optional<Ticket> of(String token) {
        String[] parts = token.split(" ");
        boolean ours = parts.length == 2 && parts[0].matches("[A-Za-z0-9-]{1,64}") && parts[1].matches("\\d{1,18}");
        return ours ? Optional.of(new Ticket(parts[0], Long.parseLong(parts[1]))) : Optional.empty();
    }

    Ticket withId(String other) {
        return new Ticket(other, seed);
    }

    String token() {
        return id + " " + seed;
    }
}
