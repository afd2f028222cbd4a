package org.image2ai.api.privacy;

import org.osgi.annotation.versioning.ProviderType;

/** The privacy policy that holds now: whoever registers accepts it. */
@ProviderType
@FunctionalInterface
public interface CurrentPolicy {
    /** Its version. */
    String version();
}
