package org.image2ai.security;

import java.util.Optional;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.ApiKey;

/**
 * The principal of a subject.
 *
 * @param account who
 * @param key the key by which it came
 * @param session the session by which it came
 * @param waiting whether it has yet to show, or set up, a second factor
 */
record Caller(Account account, Optional<ApiKey> key, Optional<Session> session, boolean waiting) {
    static Caller by(Account account, ApiKey key) {
        return new Caller(account, Optional.of(key), Optional.empty(), false);
    }

    static Caller by(Account account, Session session, boolean waiting) {
        return new Caller(account, Optional.empty(), Optional.of(session), waiting);
    }

    static Caller byPassword(Account account) {
        return new Caller(account, Optional.empty(), Optional.empty(), false);
    }
}
