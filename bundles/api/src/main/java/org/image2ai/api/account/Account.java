package org.image2ai.api.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.image2ai.api.AccountId;

/**
 * An account as the rest of the platform sees it.
 *
 * @param id its identity
 * @param email the address, as given, trimmed; unique without regard to case
 * @param name what the person wants to be called
 * @param birthDate from the age gate
 * @param policyVersion the version of the policy that was accepted
 * @param roles names of roles, for example {@code user}, {@code admin}
 * @param state whether it may act
 * @param created when it was made
 */
public record Account(
        AccountId id,
        String email,
        String name,
        LocalDate birthDate,
        String policyVersion,
        Set<String> roles,
        State state,
        Instant created) {
    /** Whether an account may act. */
    public enum State {
        /** It registered, and has not yet shown that the address is its own; it may do nothing. */
        UNVERIFIED,
        /** It may. */
        ACTIVE,
        /** An admin stopped it. */
        SUSPENDED,
        /** It is being, or was, erased. */
        CLOSED
    }

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(policyVersion, "policyVersion");
        roles = Set.copyOf(roles);
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(created, "created");
    }
}
