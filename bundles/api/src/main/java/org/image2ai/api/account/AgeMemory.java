package org.image2ai.api.account;

import org.osgi.annotation.versioning.ProviderType;

/** The memory of the age gate: addresses that must not come back at once with another birth date. */
@ProviderType
@FunctionalInterface
public interface AgeMemory {
    /** Refuses an address for a while, as the gate does with those who are too young; only a keyed hash is kept. */
    void refuse(String email);
}
