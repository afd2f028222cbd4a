package org.image2ai.privacy.retention;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;

/** Legal holds: what is frozen is retained, whatever its bundle would do. */
@FunctionalInterface
public interface Holds {
    /** RETAINED with the statute and the hold's case; empty when the item is not frozen. */
    Optional<Outcome> on(AccountId subject, String bundle, HeldItem item);
}
