package org.image2ai.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.image2ai.api.account.Account;

/** An account in the API: ids are plain text. */
public record AccountView(
        String id,
        String email,
        String name,
        LocalDate birthDate,
        String policyVersion,
        Set<String> roles,
        String state,
        Instant created) {
    static AccountView of(Account a) {
        return new AccountView(
                a.id().value(),
                a.email(),
                a.name(),
                a.birthDate(),
                a.policyVersion(),
                a.roles(),
                a.state().name(),
                a.created());
    }
}
