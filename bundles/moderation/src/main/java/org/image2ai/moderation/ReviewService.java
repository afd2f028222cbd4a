package org.image2ai.moderation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.CallContext;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReview;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.api.moderation.Verdict.Decision;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.review.Reviewing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** {@link ContentReview}: asks the reviewers, applies the thresholds, and writes down what does not pass. */
@Component(immediate = true, configurationPid = "org.image2ai.moderation")
@Designate(ocd = ModerationConfig.class)
public final class ReviewService implements ContentReview {
    /** The same content again is the same case for so long: who tries again is not punished twice. */
    private static final Duration SAME = Duration.ofDays(1);

    private final ModerationConfig config;
    private final List<String> required;
    private final Thresholds thresholds;
    private final Reviewers reviewers;
    private final Reviews reviews;
    private final Strikes strikes;
    private final HeldFiles files;
    private final Transactions transactions;

    @Activate
    public ReviewService(
            ModerationConfig config,
            @Reference Reviewers reviewers,
            @Reference Reviews reviews,
            @Reference Strikes strikes,
            @Reference HeldFiles files,
            @Reference Transactions transactions) {
        this.config = config;
        this.required = Arrays.stream(config.requiredReviewers().split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
        this.thresholds = new Thresholds(config);
        this.reviewers = reviewers;
        this.reviews = reviews;
        this.strikes = strikes;
        this.files = files;
        this.transactions = transactions;
    }

    @Override
    public Optional<String> missing() {
        return required.stream().filter(id -> !reviewers.isLive(id)).findFirst().map(id -> "the reviewer " + id);
    }

    @Override
    public void requireGoodStanding(CallContext context) {
        strikes.requireGoodStanding(context.account());
    }

    @Override
    public int pictureSide() {
        return config.reviewPictures() ? reviewers.side() : 0;
    }

    @Override
    public Verdict prompt(CallContext context, String prompt, Strictness strictness) {
        return judge(context, new Content.Prompt(prompt), strictness)
                .map(found -> withheld(context, found, Secrets.hash(prompt), Optional.of(prompt), Optional.empty()))
                .orElse(Verdict.ALLOWED);
    }

    @Override
    public Verdict picture(CallContext context, Submission picture) {
        if (pictureSide() == 0) {
            return Verdict.ALLOWED;
        }
        return judge(context, picture.small(), Strictness.USUAL)
                .map(found -> withheld(context, found, hash(picture.small()), Optional.empty(), Optional.of(picture)))
                .orElse(Verdict.ALLOWED);
    }

    private Optional<Thresholds.Judgement> judge(CallContext context, Content content, Strictness strictness) {
        new Reviewing(Optional.of(this), true).ready();
        return thresholds.judge(content.kind(), strictness, reviewers.review(context, content));
    }

    private static String hash(Content.Picture picture) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ByteBuffer bytes = ByteBuffer.allocate(8 + 4 * picture.rgb().length);
            bytes.putInt(picture.width()).putInt(picture.height()).asIntBuffer().put(picture.rgb());
            return HexFormat.of().formatHex(sha.digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Verdict withheld(
            CallContext context,
            Thresholds.Judgement found,
            String hash,
            Optional<String> prompt,
            Optional<Submission> picture) {
        ContentCategory category = found.finding().category();
        if (category != ContentCategory.SEXUAL_MINORS && reviews.isCleared(context.account(), hash)) {
            return Verdict.ALLOWED;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String id = reviews.same(context.account(), hash, now.minus(SAME))
                .map(Review::id)
                .orElseGet(() -> begun(review(context, found, hash, prompt, picture, now), picture));
        return new Verdict(found.decision(), Optional.of(category), Optional.of(id));
    }

    private static Review review(
            CallContext context,
            Thresholds.Judgement found,
            String hash,
            Optional<String> prompt,
            Optional<Submission> picture,
            Instant now) {
        Review.Subject subject = picture.isEmpty()
                ? Review.Subject.PROMPT
                : picture.get().made().isPresent() ? Review.Subject.RESULT : Review.Subject.UPLOAD;
        return new Review(
                Ids.next("rev"),
                context.account(),
                subject,
                new Review.Found(
                        found.finding().category(),
                        found.finding().score(),
                        found.finding().reason()),
                hash,
                prompt,
                picture.map(file -> new Review.Picture(file.mediaType(), file.made())),
                found.decision() == Decision.HOLD ? Review.State.HELD : Review.State.REFUSED,
                Review.Decision.NONE,
                now);
    }

    /** Writes a case down; its file first, so that no row promises what is not there. */
    private String begun(Review review, Optional<Submission> picture) {
        if (review.hasFile()) {
            picture.ifPresent(file -> files.keep(review.account(), review.id(), file.file()));
        }
        transactions.required(() -> {
            reviews.add(review);
            // What a model made of a prompt that passed is not the person's doing.
            if (review.state() == Review.State.REFUSED && review.subject() != Review.Subject.RESULT) {
                strikes.give(review);
            }
            return review;
        });
        return review.id();
    }
}
