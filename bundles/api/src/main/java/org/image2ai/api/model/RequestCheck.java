package org.image2ai.api.model;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an {@link ImageModelProvider} implements beside it when it can tell from words and values alone that a request
 * cannot be followed: an instruction that a model does not understand. So it is refused before credit is held, or
 * goes to a model that understands it.
 *
 * <p>Only the registry's router calls it, on a caller's behalf and for no longer than a second; what takes longer, or
 * throws anything else than described, counts as passed.
 *
 * <p>Implementations must be quick and safe for concurrent calls, and must not open the inputs, call anybody or keep
 * anything.
 */
@ConsumerType
@FunctionalInterface
public interface RequestCheck {
    /**
     * Checks a request that fits what its model declares.
     *
     * @throws org.image2ai.api.PlatformException INVALID naming the field; the message says what would be followed
     */
    void check(RenderRequest request);
}
