package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.kit.Ids;

/**
 * A copy outside that is tracked to its end.
 *
 * @param id its identity
 * @param bundle which bundle sent it there
 * @param recipient to whom, by legal name
 * @param mode how their copy is erased: as declared, or {@code ORPHAN} for what a torn out bundle left
 * @param state whether that is done
 * @param due when it ends by itself, or must be done
 * @param evidence how that is known; for a mode of NONE the sentence that says so
 * @param settledBy who says so
 * @param settledAt when
 */
public record ExternalTask(
        String id,
        String bundle,
        String recipient,
        String mode,
        State state,
        Optional<Instant> due,
        String evidence,
        String settledBy,
        Optional<Instant> settledAt) {
    /** Whether it is done. */
    public enum State {
        /** It is on its way out. */
        OPEN,
        /** It is gone, by evidence or by the time that the recipient declared. */
        DONE,
        /** Nothing can be done about it, which the certificate says. */
        STATED
    }

    /** One to be written down. */
    static ExternalTask open(String bundle, String recipient, String mode, State state, Optional<Instant> due) {
        return new ExternalTask(Ids.next("ext"), bundle, recipient, mode, state, due, "", "", Optional.empty());
    }

    ExternalTask said(String sentence) {
        return new ExternalTask(id, bundle, recipient, mode, state, due, sentence, settledBy, settledAt);
    }
}
