package org.image2ai.kit.privacy;

import java.util.List;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.privacy.LegalFreeze;

/** Whose rows a sweep must leave. */
public final class Frozen {
    private static final List<String> NOBODY = List.of("-");

    private Frozen() {}

    /**
     * The ids of accounts for a query's {@code NOT IN}; never an empty list, which no database takes.
     *
     * @param freeze who knows; {@code null} while nobody does
     * @return empty while nobody knows: then nothing of people is removed for its age
     */
    public static Optional<List<String>> accounts(LegalFreeze freeze) {
        return Optional.ofNullable(freeze)
                .map(live -> live.accounts().stream().map(AccountId::value).toList())
                .map(ids -> ids.isEmpty() ? NOBODY : ids);
    }
}
