package org.image2ai.api.account;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An account to be made.
 *
 * @param email its address
 * @param name what the person wants to be called
 * @param birthDate from the age gate: under 13 is refused and nothing is kept
 * @param policyVersion the version accepted; empty for the current one
 * @param roles the roles it gets; {@code user} where empty
 */
public record NewAccount(
        String email, String name, LocalDate birthDate, Optional<String> policyVersion, Set<String> roles) {
    public NewAccount {
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(policyVersion, "policyVersion");
        roles = roles.isEmpty() ? Set.of("user") : Set.copyOf(roles);
    }
}
