package org.image2ai.security;

import java.util.Optional;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.ApiKey;

/** The principal of a subject: the account, and the key by which it came. */
record Caller(Account account, Optional<ApiKey> key) {}
