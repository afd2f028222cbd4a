package org.image2ai.accounts;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.account.Account;

/**
 * An account with what only this bundle and the person need to know of it.
 *
 * @param account the account
 * @param verified when its address was verified
 * @param language which language the person prefers, BCP 47
 * @param preferences a flat JSON object
 * @param hasPassword whether it can sign in by password
 */
record Profile(Account account, Optional<Instant> verified, String language, String preferences, boolean hasPassword) {
    static final String ENGLISH = "en";

    Letters.Addressee addressee() {
        return new Letters.Addressee(Optional.of(account.id()), account.email(), language, account.name());
    }
}
