package org.image2ai.api.security;

import java.util.Objects;
import org.image2ai.api.AccountId;

/**
 * Somebody who has proven who they are.
 *
 * @param account who
 * @param method how: {@code password}, or the id of a sign-in provider
 * @param secondFactor whether a second factor was shown too; without it a session of an account that has (or must
 *     have) one may only show it or set it up
 */
public record SignedIn(AccountId account, String method, boolean secondFactor) {
    public SignedIn {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(method, "method");
    }
}
