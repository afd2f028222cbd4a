package org.image2ai.api.security;

import java.util.Optional;
import org.image2ai.api.ApiKeyId;
import org.osgi.annotation.versioning.ProviderType;

/** What API keys may spend. A key keeps its identity when it is rotated, so its cap goes on. */
@ProviderType
public interface SpendCaps {
    /** The whole credits that a key may spend in its life; empty where it has no cap, or there is no such key. */
    Optional<Long> cap(ApiKeyId key);
}
