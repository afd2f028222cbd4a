package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;

/**
 * A copy of everything that is held of a person.
 *
 * @param id its identity
 * @param request for which request
 * @param subject whose data
 * @param state how far it is
 * @param created when it was begun
 * @param expires when it is erased, once it is ready
 * @param bytes its length, once it is ready
 * @param items how many items are in it so far
 * @param gaps how much is missing in it so far; each is named in the copy itself
 * @param missing bundles that could not be asked, with the reason
 */
public record ExportView(
        String id,
        String request,
        AccountId subject,
        State state,
        Instant created,
        Optional<Instant> expires,
        long bytes,
        long items,
        long gaps,
        List<String> missing) {
    /** How far a copy is. */
    public enum State {
        /** It is being made. */
        RUNNING,
        /** It can be downloaded. */
        READY,
        /** It could not be made. */
        FAILED
    }

    public ExportView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(expires, "expires");
        missing = List.copyOf(missing);
    }
}
