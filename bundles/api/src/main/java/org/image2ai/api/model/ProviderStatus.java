package org.image2ai.api.model;

import java.util.Objects;

/**
 * How a provider is.
 *
 * @param id its id
 * @param account the PID of its configuration: two accounts at a vendor may share an id; empty when it has none
 * @param vendor who it is
 * @param bundle symbolic name and version of its bundle
 * @param health what the router thinks of it
 * @param models how many models it offers
 * @param inFlight renderings under way
 * @param abandoned renderings whose thread did not end after its deadline
 * @param note why it is not healthy; may be empty
 */
public record ProviderStatus(
        String id,
        String account,
        String vendor,
        String bundle,
        Health health,
        int models,
        int inFlight,
        int abandoned,
        String note) {
    /** What the router thinks of a provider. */
    public enum Health {
        /** It gets work. */
        HEALTHY,
        /** It failed lately and gets a probe now and then. */
        FAILING,
        /** It could not list its models. */
        UNAVAILABLE
    }

    public ProviderStatus {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(health, "health");
        Objects.requireNonNull(note, "note");
    }
}
