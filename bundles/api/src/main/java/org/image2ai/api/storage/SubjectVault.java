package org.image2ai.api.storage;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Seals words of people that a table keeps, each under the key of its subject and holding, which lies outside the
 * database and its backups: when the key is destroyed, the words are gone from every copy of the row too. It is handed
 * out per calling bundle, whose keys are its own. Answers from memory nearly always, on any thread.
 */
@ProviderType
public interface SubjectVault {
    /**
     * Seals a text; the same text never looks the same twice.
     *
     * @param subject whose words they are
     * @param holding the holding of the bundle's declaration that they belong to
     */
    String seal(AccountId subject, String holding, String text);

    /**
     * Opens what was sealed for the same subject and holding. A text that no vault sealed comes back as it is, so that
     * rows of an older version stay readable.
     *
     * @throws org.image2ai.api.PlatformException NOT_FOUND {@code text_shredded} when its key was destroyed; INTERNAL
     *     {@code text_unreadable} when it was changed, or sealed for another
     */
    String open(AccountId subject, String holding, String sealed);

    /** As {@link #open}, and empty where the key was destroyed: a row stays listable, so that it can be erased. */
    Optional<String> find(AccountId subject, String holding, String sealed);

    /** Destroys the key of a holding: what was sealed with it, and the blobs of the folder of that name, are gone. */
    boolean destroy(AccountId subject, String holding);
}
