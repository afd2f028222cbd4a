package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request as its person and officers see it.
 *
 * @param id its identity
 * @param account whose data
 * @param type what is asked
 * @param law whose clock runs
 * @param state how far it is, computed from the ledger
 * @param created when it came
 * @param dueAt until when it must be done
 * @param overdue whether that has passed, and it is not
 * @param plan what would be done
 * @param outcomes what was done, by participant
 * @param external copies outside
 * @param blockedBy bundles that must be asked and are not there
 * @param foundIn bundles in which a second look found something
 * @param exportId the copy that was made
 * @param certificate where the proof is, once it was begun
 * @param history what happened
 */
public record RequestView(
        String id,
        String account,
        String type,
        String law,
        RequestState state,
        Instant created,
        Instant dueAt,
        boolean overdue,
        Optional<Plan> plan,
        List<Participant> outcomes,
        List<ExternalTask> external,
        List<String> blockedBy,
        List<String> foundIn,
        Optional<String> exportId,
        Optional<String> certificate,
        List<Happening> history) {
    /**
     * What would be done.
     *
     * @param digest SHA-256 of what it says
     * @param items what it says
     */
    public record Plan(String digest, List<Tally.Line> items) {}

    /**
     * What a participant did with one of its holdings.
     *
     * @param bundle who
     * @param holding with what
     * @param state whether it has done its part
     * @param reason why not
     * @param items what became of its items
     */
    public record Participant(String bundle, String holding, String state, String reason, List<Tally.Line> items) {}

    /**
     * A link of the chain.
     *
     * @param at when
     * @param kind what
     * @param about of which bundle, copy or task
     * @param reason what was said, while the key of it is there
     */
    public record Happening(Instant at, EventKind kind, String about, Optional<String> reason) {}
}
