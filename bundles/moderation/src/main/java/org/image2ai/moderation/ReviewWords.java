package org.image2ai.moderation;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.storage.SubjectVault;

/** The words in the rows of reviews (prompts, lineages, appeals, notes), sealed under the key of whose they are about. */
final class ReviewWords {
    private final SubjectVault vault;

    ReviewWords(SubjectVault vault) {
        this.vault = vault;
    }

    String seal(AccountId account, String words) {
        return vault.seal(account, ModerationPersonalData.REVIEWS, words);
    }

    /** Empty where nothing was said, and where the key was destroyed. */
    Optional<String> open(AccountId account, String sealed) {
        return Optional.ofNullable(sealed).flatMap(text -> vault.find(account, ModerationPersonalData.REVIEWS, text));
    }
}
