package org.image2ai.accounts;

import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * What a link in a mail allows.
 *
 * @param account to whom
 * @param purpose what
 * @param email the new address, where it is to be changed
 */
record Token(AccountId account, Purpose purpose, Optional<String> email) {
    /** What a link is for. */
    enum Purpose {
        /** To show that the address of a new account is its own. */
        VERIFY,
        /** To set a password without the old one. */
        RESET,
        /** To show that a new address of an old account is its own. */
        EMAIL
    }

    static Token of(AccountId account, Purpose purpose) {
        return new Token(account, purpose, Optional.empty());
    }
}
