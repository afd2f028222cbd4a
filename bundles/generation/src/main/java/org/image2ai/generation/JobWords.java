package org.image2ai.generation;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.storage.SubjectVault;

/** What people asked for, and what was said of it, in the rows of jobs: JSON, sealed under its owner's key. */
final class JobWords {
    private final SubjectVault vault;

    JobWords(SubjectVault vault) {
        this.vault = vault;
    }

    String seal(AccountId owner, Object value) {
        return vault.seal(owner, GenerationPersonalData.JOBS, JobJson.write(value));
    }

    /** Empty where nothing was said, and where the key was destroyed. */
    <T> Optional<T> open(AccountId owner, String sealed, Class<T> type) {
        return Optional.ofNullable(sealed)
                .flatMap(text -> vault.find(owner, GenerationPersonalData.JOBS, text))
                .map(json -> JobJson.read(json, type));
    }
}
