package org.image2ai.model.replicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is saved of a rendering as soon as Replicate has it.
 *
 * @param id of the prediction
 * @param files the ids of the files that were brought there for it
 */
record Ticket(String id, List<String> files) {
    static final String ID = "[A-Za-z0-9_-]{1,128}";

    Ticket {
        files = List.copyOf(files);
    }

    static Optional<Ticket> of(String token) {
        List<String> ids = Arrays.asList(token.split(" "));
        return ids.stream().allMatch(id -> id.matches(ID))
                ? Optional.of(new Ticket(ids.get(0), ids.subList(1, ids.size())))
                : Optional.empty();
    }

    String token() {
        List<String> ids = new ArrayList<>(List.of(id));
        ids.addAll(files);
        return String.join(" ", ids);
    }
}
