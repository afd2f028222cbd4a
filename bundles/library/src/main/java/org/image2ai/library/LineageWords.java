package org.image2ai.library;

import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.storage.SubjectVault;

/** Lineage in a row: it has the words of a prompt, so it is sealed under the owner's key. */
final class LineageWords {
    private final SubjectVault vault;

    LineageWords(SubjectVault vault) {
        this.vault = vault;
    }

    String seal(AccountId owner, Lineage lineage) {
        return vault.seal(owner, LibraryPersonalData.RESULTS, LineageJson.write(lineage));
    }

    /** Empty where there is none, and where its key was destroyed. */
    Optional<Lineage> open(AccountId owner, String sealed) {
        return Optional.ofNullable(sealed)
                .flatMap(text -> vault.find(owner, LibraryPersonalData.RESULTS, text))
                .map(LineageJson::read);
    }
}
