package org.image2ai.api.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * An administrative act.
 *
 * @param at when
 * @param actor who: an account's id, or {@code shell:} and the shell's user
 * @param action what, in the words of permissions: {@code admin:account:create}
 * @param target on what: an id; empty where there is none
 * @param details what else matters; no secrets and no more personal data than needed
 */
public record AuditEntry(Instant at, String actor, String action, String target, Map<String, String> details) {
    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(target, "target");
        details = Map.copyOf(details);
    }
}
