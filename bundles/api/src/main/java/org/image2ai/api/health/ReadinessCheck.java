package org.image2ai.api.health;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** What a bundle must have done before the server is ready. {@code admin} asks every one that is registered. */
@ConsumerType
@FunctionalInterface
public interface ReadinessCheck {
    /** What is missing, in a few words; empty when nothing is. Answers from memory, on any thread. */
    Optional<String> missing();
}
