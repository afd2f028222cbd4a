package org.image2ai.api.privacy;

import java.util.Set;
import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Destroys the keys of what was erased, so that it is gone from backups and from what a disk still holds as well. The
 * {@code privacy} bundle calls it after the last page of a bundle's holdings, also for a bundle that is no more: what
 * it declared is enough. May block; idempotent.
 */
@ProviderType
public interface KeyShredder {
    /**
     * Destroys a subject's keys of a bundle: those of its holdings, and of the blob folders that they name.
     *
     * @param subject whose
     * @param declaration what the bundle declared
     * @param retained names of holdings that keep something; their keys stay, with those of folders that they share
     * @return how many keys are gone now
     */
    int shred(AccountId subject, PrivacyDeclaration declaration, Set<String> retained);
}
