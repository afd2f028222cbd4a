package org.image2ai.api.privacy;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that is held of a person.
 *
 * @param holding the holding's name in the declaration
 * @param key opaque to everyone but the participant; unique within the holding
 * @param created since when it is held
 */
public record HeldItem(String holding, String key, Instant created) {
    public HeldItem {
        Objects.requireNonNull(holding, "holding");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(created, "created");
    }
}
