package org.image2ai.moderation;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Submission;
import org.image2ai.kit.Micros;
import org.image2ai.kit.paging.Keyset;

/** A row of content that did not pass. */
@Entity
@Table(name = "mod_review")
@NamedQueries({
    @NamedQuery(
            name = "review.ofAccount",
            query = "SELECT r FROM ReviewEntity r WHERE r.account = :account"
                    + " AND (r.createdAt < :at OR (r.createdAt = :at AND r.id < :id))"
                    + " ORDER BY r.createdAt DESC, r.id DESC"),
    @NamedQuery(
            name = "review.inStates",
            query = "SELECT r FROM ReviewEntity r WHERE r.state IN :states"
                    + " AND (r.createdAt > :at OR (r.createdAt = :at AND r.id > :id)) ORDER BY r.createdAt, r.id"),
    @NamedQuery(
            name = "review.ofContent",
            query = "SELECT r FROM ReviewEntity r WHERE r.account = :account AND r.hash = :hash"
                    + " AND r.createdAt > :since AND r.state <> 'APPROVED' ORDER BY r.createdAt DESC"),
    @NamedQuery(
            name = "review.appeal",
            query = "UPDATE ReviewEntity r SET r.state = 'APPEALED', r.appeal = :appeal, r.appealedAt = :now"
                    + " WHERE r.id = :id AND r.account = :account AND r.state = 'REFUSED'"),
    @NamedQuery(
            name = "review.decide",
            query = "UPDATE ReviewEntity r SET r.state = :state, r.note = :note, r.decidedAt = :now"
                    + " WHERE r.id = :id AND r.state = :before"),
    @NamedQuery(name = "review.became", query = "UPDATE ReviewEntity r SET r.asset = :asset WHERE r.id = :id"),
    @NamedQuery(
            name = "review.over",
            query = "SELECT r FROM ReviewEntity r WHERE r.state IN :states AND r.createdAt < :before"
                    + " AND r.account NOT IN (:frozen)"),
    @NamedQuery(name = "review.remove", query = "DELETE FROM ReviewEntity r WHERE r.id = :id")
})
public class ReviewEntity {
    @Id
    private String id;

    private String account;
    private String subject;
    private String category;
    private double score;
    private String reason;
    private String state;

    @Column(name = "content_hash")
    private String hash;

    @Column(length = 1_000_000)
    private String prompt;

    @Column(name = "media_type")
    private String mediaType;

    @Column(length = 1_000_000)
    private String lineage;

    private int attempt;

    @Column(length = 1_000_000)
    private String appeal;

    @Column(name = "appealed_at")
    private Long appealedAt;

    @Column(length = 1_000_000)
    private String note;

    @Column(name = "decided_at")
    private Long decidedAt;

    private String asset;

    @Column(name = "created_at")
    private long createdAt;

    static ReviewEntity from(Review review, ReviewWords words) {
        ReviewEntity row = new ReviewEntity();
        row.id = review.id();
        row.account = review.account().value();
        row.subject = review.subject().name();
        row.category = review.finding().category().name();
        row.score = review.finding().score();
        row.reason = review.finding().reason();
        row.state = review.state().name();
        row.hash = review.hash();
        row.prompt = review.prompt()
                .map(prompt -> words.seal(review.account(), prompt))
                .orElse(null);
        row.mediaType = review.picture().map(Review.Picture::mediaType).orElse(null);
        Optional<Submission.Made> made = review.picture().flatMap(Review.Picture::made);
        row.lineage = made.map(how -> words.seal(review.account(), MadeJson.write(how.lineage())))
                .orElse(null);
        row.attempt = made.map(Submission.Made::attempt).orElse(0);
        row.createdAt = Micros.of(review.created());
        return row;
    }

    Review toRecord(ReviewWords words) {
        AccountId owner = new AccountId(account);
        Optional<Submission.Made> made =
                words.open(owner, lineage).map(json -> new Submission.Made(attempt, MadeJson.read(json)));
        return new Review(
                id,
                owner,
                Review.Subject.valueOf(subject),
                new Review.Found(ContentCategory.valueOf(category), score, reason),
                hash,
                words.open(owner, prompt),
                Optional.ofNullable(mediaType).map(type -> new Review.Picture(type, made)),
                Review.State.valueOf(state),
                new Review.Decision(
                        words.open(owner, appeal),
                        Micros.optional(appealedAt),
                        words.open(owner, note),
                        Micros.optional(decidedAt),
                        Optional.ofNullable(asset).map(AssetId::new)),
                Micros.instant(createdAt));
    }

    Keyset keyset() {
        return new Keyset(createdAt, id);
    }
}
