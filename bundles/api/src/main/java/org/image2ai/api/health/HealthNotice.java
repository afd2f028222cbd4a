package org.image2ai.api.health;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** What somebody must look after though the server works. {@code admin} shows it with the health; it turns nothing red. */
@ConsumerType
@FunctionalInterface
public interface HealthNotice {
    /** What, in a few words that name no person; empty when nothing is. Answers from memory, on any thread. */
    Optional<String> notice();
}
