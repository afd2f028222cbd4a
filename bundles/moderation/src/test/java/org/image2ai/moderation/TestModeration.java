package org.image2ai.moderation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.library.Provenance;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.ContentReviewer;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.ReviewResult;
import org.image2ai.api.moderation.Submission;
import org.image2ai.kit.Ids;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeBlobService;
import org.image2ai.tck.storage.FakeSubjectVault;

/** Moderation on a real H2, with a reviewer that says what it is told, a clock that can be moved, and a library. */
final class TestModeration implements AutoCloseable {
    private static final Provenance PROVENANCE =
            new Provenance(Provenance.Mark.XMP, DigitalSourceType.ALGORITHMIC_MEDIA, "");

    final TestUnit unit = new TestUnit("moderation-test");
    final FakeBlobService blobs = new FakeBlobService();
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final FakeReviewer reviewer = new FakeReviewer();
    final MovedClock clock = new MovedClock();
    final FakeLibrary library = new FakeLibrary();
    final FakeSubjectVault vault = new FakeSubjectVault();
    final LiveFence fence = new LiveFence();
    final Reviews reviews = new Reviews(unit::migrate, unit, vault, fence);
    final HeldFiles files = new HeldFiles(blobs);
    final Reviewers reviewers = new Reviewers();
    final Strikes strikes;
    final ReviewService review;
    final Decisions decisions;
    final ModerationSweeper sweeper;
    final ModerationPersonalData personalData;

    TestModeration(Map<String, Object> settings) {
        ModerationConfig config = config(settings);
        strikes = new Strikes(config, reviews, clock);
        review = new ReviewService(config, reviewers, reviews, strikes, files, unit);
        decisions = new Decisions(reviews, strikes, files, library.asLibrary(blobs), audit, unit);
        sweeper = new ModerationSweeper(config, reviews, strikes, files, clock);
        sweeper.freeze = Set::of;
        personalData = new ModerationPersonalData(reviews, strikes, files);
        reviewers.add(
                reviewer,
                Map.of(
                        "image2ai.reviewer.id",
                        "fake",
                        "image2ai.reviewer.reviews",
                        new String[] {"prompt", "picture"},
                        "image2ai.reviewer.side",
                        64));
    }

    /** The defaults of the configuration, but for the reviewer that is required and what is set. */
    static ModerationConfig config(Map<String, Object> settings) {
        Map<String, Object> values = new HashMap<>(Map.of("requiredReviewers", "fake"));
        values.putAll(settings);
        return (ModerationConfig) Proxy.newProxyInstance(
                TestModeration.class.getClassLoader(),
                new Class<?>[] {ModerationConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    static CallContext alice() {
        return Calls.of(Calls.ALICE);
    }

    /** A picture that differs from those of other shades. */
    static Submission upload(int shade) {
        return new Submission(
                new Content.Picture(2, 1, new int[] {shade, shade}),
                "image/png",
                () -> new ByteArrayInputStream(new byte[] {1, 2, (byte) shade}),
                Optional.empty());
    }

    static Submission result(int shade) {
        Submission upload = upload(shade);
        Lineage lineage = new Lineage(
                new JobId("job_1"),
                2,
                "generate",
                "p/m",
                Optional.of("a fox"),
                Optional.of(7L),
                List.of(new AssetId("ast_0")),
                Optional.of(PROVENANCE));
        return new Submission(
                upload.small(), upload.mediaType(), upload.file(), Optional.of(new Submission.Made(3, lineage)));
    }

    @Override
    public void close() {
        sweeper.stop();
        unit.close();
    }

    /** Finds what it is told to find in everything. */
    static final class FakeReviewer implements ContentReviewer {
        private List<Finding> findings = List.of();
        private RuntimeException failure;

        void finds(ContentCategory category, double score) {
            findings = List.of(new Finding(category, score, "told so"));
        }

        void finds(Finding... several) {
            findings = Arrays.asList(several);
        }

        void fails(RuntimeException with) {
            failure = with;
        }

        @Override
        public ReviewResult review(CallContext context, Content content) {
            if (failure != null) {
                throw failure;
            }
            return new ReviewResult(findings);
        }
    }

    /** A clock that goes when it is told to. */
    static final class MovedClock extends Clock {
        private Duration ahead = Duration.ZERO;

        void move(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A staged file that nobody looks into. */
    private static final class Staged extends StagedWriter {
        @Override
        public void write(int b) {
            // Nobody reads it.
        }

        @Override
        public void commit() {
            // Nobody reads it.
        }
    }

    /** What pictures came into a library. */
    static final class FakeLibrary {
        final List<byte[]> uploads = new ArrayList<>();
        final Map<StagedOutput, Lineage> adopted = new HashMap<>();

        Library asLibrary(FakeBlobService blobs) {
            return (Library) Proxy.newProxyInstance(
                    TestModeration.class.getClassLoader(), new Class<?>[] {Library.class}, (proxy, method, args) -> {
                        switch (method.getName()) {
                            case "stage":
                                return new Staged();
                            case "keep":
                                return Optional.of(new Inspected(
                                        "image/png", 2, 1, 3, "0".repeat(64), PROVENANCE, Optional.empty()));
                            case "adopt":
                                adopted.put((StagedOutput) args[0], (Lineage) args[2]);
                                return asset(Asset.Origin.RESULT);
                            case "uploadApproved":
                                uploads.add(((InputStream) args[1]).readAllBytes());
                                return asset(Asset.Origin.UPLOAD);
                            default:
                                throw new UnsupportedOperationException(method.getName());
                        }
                    });
        }

        private static Asset asset(Asset.Origin origin) {
            return new Asset(
                    new AssetId(Ids.next("ast")),
                    Calls.ALICE,
                    origin,
                    "image/png",
                    2,
                    1,
                    3,
                    "0".repeat(64),
                    Instant.now(),
                    Optional.empty());
        }
    }
}
