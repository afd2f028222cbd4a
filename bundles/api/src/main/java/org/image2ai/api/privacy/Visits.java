package org.image2ai.api.privacy;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/** Hears of every request of a known caller, on its thread; answers from memory almost always. */
@ProviderType
@FunctionalInterface
public interface Visits {
    /**
     * Somebody is here.
     *
     * @param account who
     * @param signal the header by which the browser said that nothing may be sold, shared or tracked: {@code Sec-GPC} or
     *     {@code DNT}; empty where it said nothing
     */
    void seen(AccountId account, Optional<String> signal);
}
