package org.image2ai.api.security;

import java.util.List;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.osgi.annotation.versioning.ProviderType;

/** API keys. The key itself is shown once, at creation; only its SHA-256 is kept. */
@ProviderType
public interface ApiKeys {
    /**
     * Makes a key.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code invalid_name}, {@code unknown_scope},
     *     {@code invalid_network}, {@code invalid_spend_cap}, {@code invalid_expiry}
     */
    IssuedApiKey create(NewApiKey key);

    /** The keys of an account, newest first, revoked ones included. */
    List<ApiKey> list(AccountId account);

    /** Ends a key at once. @throws org.image2ai.api.PlatformException NOT_FOUND when it is not the account's */
    void revoke(AccountId account, ApiKeyId key);
}
