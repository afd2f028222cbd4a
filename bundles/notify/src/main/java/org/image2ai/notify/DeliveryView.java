package org.image2ai.notify;

import java.time.Instant;
import java.util.Optional;

/**
 * A delivery as the endpoint's owner sees it.
 *
 * @param message the {@code webhook-id}; a replay has the same
 * @param state {@code QUEUED}, {@code SENDING}, {@code DELIVERED} or {@code DEAD}
 * @param status the last HTTP status that came back
 * @param error why the last try failed
 * @param next when it is tried again
 */
public record DeliveryView(
        String id,
        String event,
        String message,
        String state,
        int tries,
        Optional<Integer> status,
        Optional<String> error,
        Instant created,
        Optional<Instant> next,
        Optional<Instant> ended) {}
