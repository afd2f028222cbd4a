package org.image2ai.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.RequestId;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Submission;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people say of content that did not pass: its owner appeals, a moderator decides, once. */
@Component(service = Decisions.class)
public final class Decisions {
    private final Reviews reviews;
    private final Strikes strikes;
    private final HeldFiles files;
    private final Library library;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Activate
    public Decisions(
            @Reference Reviews reviews,
            @Reference Strikes strikes,
            @Reference HeldFiles files,
            @Reference Library library,
            @Reference AuditTrail audit,
            @Reference Transactions transactions) {
        this.reviews = reviews;
        this.strikes = strikes;
        this.files = files;
        this.library = library;
        this.audit = audit;
        this.transactions = transactions;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Puts what was refused before a person. @throws PlatformException CONFLICT {@code cannot_appeal} */
    Review appeal(Review review, String why) {
        if (!reviews.appeal(review, why, now())) {
            throw PlatformException.conflict(
                    "cannot_appeal",
                    "What is " + review.state().wireName() + " cannot be appealed; a person "
                            + (review.state().open() ? "will look" : "has looked") + " at it.");
        }
        return reviews.require(review.id());
    }

    /**
     * Lets content through: its strike goes, a held picture comes into its owner's library, and the same content passes
     * from then on, but for sexual content with minors.
     *
     * @param actor as the audit trail names people
     */
    Review approve(String id, String note, String actor) {
        Review review = undecided(id);
        boolean held = review.hasFile();
        StagedOutput staged = held && review.subject() == Review.Subject.RESULT ? staged(review) : null;
        transactions.required(() -> {
            decide(review, Review.State.APPROVED, note, actor);
            strikes.lift(id);
            if (review.finding().category() != ContentCategory.SEXUAL_MINORS) {
                reviews.clear(review.account(), review.hash(), now());
            }
            if (held) {
                reviews.became(id, staged == null ? uploaded(review) : adopted(review, staged));
                transactions.afterCommit(() -> files.remove(review.account(), id));
            }
            return review;
        });
        return reviews.require(id);
    }

    /** Does not let content through: what was held gets its strike, and a held picture is removed. */
    Review reject(String id, String note, String actor) {
        Review review = undecided(id);
        transactions.required(() -> {
            decide(review, Review.State.REJECTED, note, actor);
            if (review.state() == Review.State.HELD) {
                strikes.give(review);
                transactions.afterCommit(() -> files.remove(review.account(), id));
            }
            return review;
        });
        return reviews.require(id);
    }

    private Review undecided(String id) {
        Review review = reviews.require(id);
        if (review.state().decided()) {
            throw decided(review);
        }
        return review;
    }

    private static PlatformException decided(Review review) {
        return PlatformException.conflict("already_decided", "The review " + review.id() + " was decided by a person.");
    }

    private void decide(Review review, Review.State state, String note, String actor) {
        Instant now = now();
        if (!reviews.decide(review, state, note, now)) {
            throw decided(review);
        }
        String act = state == Review.State.APPROVED ? "approve" : "reject";
        Map<String, String> details = Map.of(
                "account", review.account().value(),
                "category", review.finding().category().wireName());
        audit.record(new AuditEntry(now, actor, "admin:moderation:" + act, review.id(), details));
    }

    /** A held result in the place from which jobs take theirs. */
    private StagedOutput staged(Review review) {
        Submission.Made made = review.picture().flatMap(Review.Picture::made).orElseThrow();
        Lineage lineage = made.lineage();
        StagedOutput staged = new StagedOutput(review.account(), lineage.job(), made.attempt(), lineage.output());
        try (InputStream in = files.open(review);
                StagedWriter out = library.stage(staged)) {
            in.transferTo(out);
            out.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return staged;
    }

    private AssetId adopted(Review review, StagedOutput staged) {
        Lineage lineage = review.picture()
                .flatMap(Review.Picture::made)
                .map(Submission.Made::lineage)
                .orElseThrow();
        DigitalSourceType source =
                lineage.provenance().map(Provenance::source).orElse(DigitalSourceType.TRAINED_ALGORITHMIC_MEDIA);
        Inspected inspected = library.keep(
                        staged, new Making(lineage.model(), source, lineage.inputs()), Optional.empty(), 0)
                .orElseThrow(() -> PlatformException.internal("held_file_lost", "The held picture is gone.", null));
        return library.adopt(staged, inspected, lineage).id();
    }

    private AssetId uploaded(Review review) {
        CallContext owner = new CallContext(
                review.account(),
                new RequestId(Ids.next("req")),
                Purpose.SERVICE,
                Instant.now().plusSeconds(60));
        try (InputStream in = files.open(review)) {
            return library.uploadApproved(owner, in).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
