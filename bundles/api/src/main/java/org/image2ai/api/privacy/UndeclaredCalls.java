package org.image2ai.api.privacy;

import org.osgi.annotation.versioning.ProviderType;

/** Hears of calls that were refused because the caller did not declare the host. Does not block; on any thread. */
@ProviderType
@FunctionalInterface
public interface UndeclaredCalls {
    /**
     * A call was refused.
     *
     * @param bundle symbolic name of the caller
     * @param host where it was to go, in lower case
     * @param led whether a redirect led there, and not the caller's own words
     */
    void refused(String bundle, String host, boolean led);
}
