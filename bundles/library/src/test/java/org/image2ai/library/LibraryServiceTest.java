package org.image2ai.library;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.ErrorType;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Asset;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.Making;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.library.Lineage;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.moderation.Content;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict.Decision;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.moderation.FakeContentReview;
import org.image2ai.tck.pictures.Pictures;
import org.image2ai.tck.storage.FakeBlobService;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Test;

public class LibraryServiceTest {
    private static final StagedOutput OUTPUT = new StagedOutput(Calls.ALICE, new JobId("job_1"), 1, 0);

    private static final Making MAKING = new Making("embedded/x", DigitalSourceType.ALGORITHMIC_MEDIA, List.of());

    private final TestUnit database = new TestUnit("library-test");
    private final LiveFence fence = new LiveFence();
    private final Assets assets = new Assets(database::migrate, database, new FakeSubjectVault(), fence);
    private final FakeBlobService blobs = new FakeBlobService();
    private final Intake intake = new Intake(Limits.USUAL);
    private final Thumbnails thumbnails = new Thumbnails(blobs, intake);
    private final Links links = new Links(Path.of("target", "keys", "links.key"), Clock.systemUTC());
    private final Staging staging = new Staging(Path.of("target", "staged"), Limits.USUAL.maxOutputBytes());
    private final Results results = new Results(assets, blobs, intake, staging);
    private final FakeContentReview review = new FakeContentReview();
    private final LibraryService library =
            new LibraryService(assets, blobs, intake, results, thumbnails, links, database, new UploadReview(review));

    @After
    public void close() {
        database.close();
    }

    private Asset upload() {
        byte[] png = Pictures.png(Pictures.gradient(300, 200));
        return library.upload(Calls.of(Calls.ALICE), new ByteArrayInputStream(png));
    }

    private void stage(byte[] bytes) throws IOException {
        try (StagedWriter out = library.stage(OUTPUT)) {
            out.write(bytes);
            out.commit();
        }
    }

    private int blobCount() {
        return blobs.list(Optional.empty(), PageRequest.first(200)).items().size();
    }

    @Test
    public void givesBackWhatWasUploaded() throws Exception {
        Asset asset = upload();
        assertEquals("image/png", asset.mediaType());
        assertEquals(300, asset.width());
        assertEquals(asset, library.get(Calls.of(Calls.ALICE), asset.id()));
        try (InputStream in = library.open(Calls.of(Calls.ALICE), asset.id(), 0, 8)) {
            assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, in.readAllBytes());
        }
    }

    @Test
    public void anotherAccountsAssetsDoNotExist() {
        Asset asset = upload();
        PlatformException e = assertThrows(PlatformException.class, () -> library.get(Calls.of(Calls.BOB), asset.id()));
        assertEquals(ErrorType.NOT_FOUND, e.type());
        assertThrows(PlatformException.class, () -> library.delete(Calls.of(Calls.BOB), asset.id()));
        assertThrows(PlatformException.class, () -> library.open(Calls.of(Calls.BOB), asset.id(), 0, 1));
        assertTrue(
                library.list(Calls.of(Calls.BOB), PageRequest.first(10)).items().isEmpty());
    }

    @Test
    public void listsNewestFirstPageByPage() {
        List<Asset> made = List.of(upload(), upload(), upload());
        List<Asset> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Asset> page = library.list(Calls.of(Calls.ALICE), new PageRequest(cursor, 2));
            listed.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        assertEquals(List.of(made.get(2), made.get(1), made.get(0)), listed);
        assertEquals(2, assets.newest(2).size());
    }

    @Test
    public void deletesTheFileAndItsThumbnails() throws Exception {
        Asset asset = upload();
        try (InputStream in = thumbnails.open(assets.find(asset.id()).orElseThrow(), Thumbnails.side(100))) {
            assertEquals(128, Pictures.decode(in.readAllBytes()).getWidth());
        }
        assertEquals(2, blobCount());
        library.delete(Calls.of(Calls.ALICE), asset.id());
        assertEquals(0, blobCount());
        assertThrows(PlatformException.class, () -> library.get(Calls.of(Calls.ALICE), asset.id()));
    }

    @Test
    public void anUploadThatItsReviewRefusesIsNobodys() throws Exception {
        review.uploads(Decision.REFUSE);
        PlatformException e = assertThrows(PlatformException.class, this::upload);
        assertEquals("content_refused", e.code());
        assertEquals(Optional.of("file"), e.field());
        Submission shown = review.pictures().get(0);
        assertEquals("8x5", shown.small().width() + "x" + shown.small().height());
        assertEquals(0, blobCount());
        assertTrue(assets.newest(1).isEmpty());
        review.uploads(Decision.HOLD);
        assertEquals(
                "content_held",
                assertThrows(PlatformException.class, this::upload).code());
        review.suspend();
        assertEquals(
                "account_suspended_for_content",
                assertThrows(PlatformException.class, this::upload).code());
    }

    @Test
    public void whatAPersonLetThroughIsNotReviewedAgain() {
        review.uploads(Decision.REFUSE);
        byte[] png = Pictures.png(Pictures.gradient(30, 20));
        Asset asset = library.uploadApproved(Calls.of(Calls.ALICE), new ByteArrayInputStream(png));
        assertEquals(asset, library.get(Calls.of(Calls.ALICE), asset.id()));
        assertTrue(review.pictures().isEmpty());
    }

    @Test
    public void nothingIsUploadedThatCannotBeReviewed() {
        review.miss("a reviewer");
        assertEquals(
                "review_unavailable",
                assertThrows(PlatformException.class, this::upload).code());
    }

    @Test
    public void aSmallCopyOfAnOutputShowsTheWholePicture() throws Exception {
        stage(Pictures.png(Pictures.gradient(300, 200)));
        Content.Picture small = library.keep(OUTPUT, MAKING, Optional.empty(), 60)
                .orElseThrow()
                .small()
                .orElseThrow();
        assertEquals("60x40", small.width() + "x" + small.height());
        assertEquals("red grows to the right", 255, small.rgb()[59] >> 16, 12);
        assertEquals("green grows downward", 255, small.rgb()[60 * 39] >> 8 & 255, 12);
    }

    @Test
    public void refusedUploadsLeaveNothing() {
        assertThrows(
                PlatformException.class,
                () -> library.upload(Calls.of(Calls.ALICE), new ByteArrayInputStream(new byte[100])));
        assertEquals(0, blobCount());
        LibraryService narrow = new LibraryService(
                assets,
                blobs,
                new Intake(new Limits(10, 100, 1_000)),
                results,
                thumbnails,
                links,
                database,
                new UploadReview(review));
        PlatformException e = assertThrows(
                PlatformException.class,
                () -> narrow.upload(Calls.of(Calls.ALICE), new ByteArrayInputStream(new byte[11])));
        assertEquals("payload_too_large", e.code());
    }

    @Test
    public void adoptsWhatAJobMadeWithItsLineage() throws Exception {
        byte[] png = Pictures.png(Pictures.gradient(20, 10));
        assertTrue(library.keep(OUTPUT, MAKING, Optional.empty(), 0).isEmpty());
        stage(png);
        Inspected inspected = library.keep(OUTPUT, MAKING, Optional.empty(), 0).orElseThrow();
        assertEquals("image/png", inspected.mediaType());
        assertEquals(20, inspected.width());
        Lineage lineage = new Lineage(
                OUTPUT.job(),
                0,
                "generate",
                "embedded/x",
                Optional.of("a \"fox\""),
                Optional.of(7L),
                List.of(),
                Optional.of(inspected.provenance()));
        Asset asset = library.adopt(OUTPUT, inspected, lineage);
        assertEquals(
                Optional.of(lineage),
                library.get(Calls.of(Calls.ALICE), asset.id()).lineage());
        try (InputStream in = library.open(Calls.of(Calls.ALICE), asset.id(), 0, Long.MAX_VALUE)) {
            assertEquals(inspected.bytes(), in.readAllBytes().length);
        }
    }

    @Test
    public void sweepsOnlyWhatNobodyOwnsAndIsOld() throws Exception {
        Asset asset = upload();
        thumbnails.open(assets.find(asset.id()).orElseThrow(), 128).close();
        stage(Pictures.png(Pictures.gradient(20, 10)));
        library.keep(OUTPUT, MAKING, Optional.empty(), 0);
        assertEquals(0, new Sweeper(assets, blobs, staging, Duration.ofHours(1), Clock.systemUTC()).sweep());
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        assertEquals(1, new Sweeper(assets, blobs, staging, Duration.ofHours(1), later).sweep());
        assertEquals(2, blobCount());
        assets.remove(asset.id());
        assertEquals(2, new Sweeper(assets, blobs, staging, Duration.ofHours(1), later).sweep());
    }

    @Test
    public void aClockThatIsSetAheadMakesNoFileOld() throws Exception {
        SetClock clock = new SetClock();
        Sweeper sweeper = new Sweeper(assets, blobs, staging, Duration.ofHours(1), clock);
        stage(Pictures.png(Pictures.gradient(20, 10)));
        library.keep(OUTPUT, MAKING, Optional.empty(), 0);
        clock.set(Duration.ofHours(2));
        assertEquals("a picture between its file and its row", 0, sweeper.sweep());
        assertEquals(
                "what is as old to a clock that was always so",
                1,
                new Sweeper(assets, blobs, staging, Duration.ofHours(1), clock).sweep());
    }

    @Test
    public void findsAndErasesWhatIsHeldOfAPerson() {
        LibraryPersonalData privacy =
                new LibraryPersonalData(assets, library, new Staging(Path.of("target", "staged"), 1_000));
        upload();
        List<HeldItem> held =
                privacy.locate(Calls.ALICE, "uploads", PageRequest.first(10)).items();
        assertEquals(1, held.size());
        assertTrue(privacy.locate(Calls.ALICE, "results", PageRequest.first(10))
                .items()
                .isEmpty());
        assertEquals(Outcome.erased(), privacy.plan(Calls.ALICE, held.get(0)));
        assertEquals(Outcome.erased(), privacy.erase(Calls.ALICE, held.get(0)));
        assertEquals(Outcome.notFound(), privacy.erase(Calls.ALICE, held.get(0)));
        assertEquals(0, blobCount());
    }

    @Test
    public void keepsNothingOfSomebodyWhoseErasureHasBegun() {
        fence.bind(Calls.ALICE::equals);
        PlatformException e = assertThrows(PlatformException.class, this::upload);
        assertEquals("account_erased", e.code());
        assertEquals(0, blobCount());
        assertTrue(library.list(Calls.of(Calls.ALICE), PageRequest.first(10))
                .items()
                .isEmpty());
    }
}
