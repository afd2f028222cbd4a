package org.image2ai.moderation;

import java.time.Instant;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.moderation.Submission;

/**
 * Content that did not pass, as its owner sees it.
 *
 * @param id its identity
 * @param subject {@code prompt}, {@code upload} or {@code result}
 * @param category what was found
 * @param state {@code held}, {@code refused}, {@code appealed}, {@code approved} or {@code rejected}
 * @param appealable whether an appeal may be made
 * @param prompt the words, for a prompt
 * @param job the job that made it, for a result
 * @param output its number in the job
 * @param appeal what its owner said
 * @param note what the moderator said
 * @param asset what it became in the library, when it was let through
 * @param created when
 * @param decided when a person decided
 */
public record ReviewView(
        String id,
        String subject,
        String category,
        String state,
        boolean appealable,
        Optional<String> prompt,
        Optional<String> job,
        Optional<Integer> output,
        Optional<String> appeal,
        Optional<String> note,
        Optional<String> asset,
        Instant created,
        Optional<Instant> decided) {
    static ReviewView of(Review review) {
        Optional<Submission.Made> made = review.picture().flatMap(Review.Picture::made);
        return new ReviewView(
                review.id(),
                review.subject().wireName(),
                review.finding().category().wireName(),
                review.state().wireName(),
                review.state() == Review.State.REFUSED,
                review.prompt(),
                made.map(how -> how.lineage().job().value()),
                made.map(how -> how.lineage().output()),
                review.decision().appeal(),
                review.decision().note().filter(note -> !note.isEmpty()),
                review.decision().asset().map(AssetId::value),
                review.created(),
                review.decision().decided());
    }
}
