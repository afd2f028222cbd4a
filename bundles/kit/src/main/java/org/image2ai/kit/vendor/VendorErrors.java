package org.image2ai.kit.vendor;

import java.util.Optional;
import org.image2ai.api.PlatformException;

/**
 * What one vendor's refusals mean, where the status alone does not tell. {@link VendorClient} asks it first and goes by
 * {@link Refusal#byStatus()} where it has nothing to say.
 */
@FunctionalInterface
public interface VendorErrors {
    /** The status tells everything. */
    VendorErrors BY_STATUS = refusal -> Optional.empty();

    /** The error, made by one of the methods of the refusal. */
    Optional<PlatformException> of(Refusal refusal);
}
