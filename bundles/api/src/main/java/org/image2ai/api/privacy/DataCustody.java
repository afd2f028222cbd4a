package org.image2ai.api.privacy;

import org.image2ai.api.PlatformException;
import org.osgi.annotation.versioning.ProviderType;

/** Knows which bundles still hold data of people. Whoever takes a bundle out for good asks first. May block. */
@ProviderType
@FunctionalInterface
public interface DataCustody {
    /**
     * Lets pass a bundle that holds nothing.
     *
     * @param bundle its symbolic name
     * @throws PlatformException CONFLICT {@code bundle_holds_data} while something is held under its declaration
     */
    void requireEmpty(String bundle);
}
