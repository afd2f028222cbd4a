package org.image2ai.moderation;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class DecisionsTest {
    private final TestModeration moderation = new TestModeration(Map.of());

    @After
    public void close() {
        moderation.close();
    }

    private Verdict prompt(String text) {
        return moderation.review.prompt(TestModeration.alice(), text, Strictness.USUAL);
    }

    private String refused(ContentCategory category) {
        moderation.reviewer.finds(category, 0.9);
        return prompt("a fox").review().orElseThrow();
    }

    private String held(Submission picture) {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.8);
        return moderation
                .review
                .picture(TestModeration.alice(), picture)
                .review()
                .orElseThrow();
    }

    private int points() {
        return moderation.strikes.live(Calls.ALICE).stream()
                .mapToInt(Strike::points)
                .sum();
    }

    private List<Review> open() {
        return moderation
                .reviews
                .list(AdminReviewsResource.states("open"), PageRequest.first(10))
                .items();
    }

    private long blobs() {
        return moderation.blobs.list(Optional.empty(), PageRequest.first(10)).items().stream()
                .filter(blob -> blob.key().value().startsWith("held/"))
                .count();
    }

    private static String code(org.junit.function.ThrowingRunnable call) {
        return assertThrows(PlatformException.class, call).code();
    }

    @Test
    public void anAppealPutsARefusalBeforeAPersonOnce() {
        String id = refused(ContentCategory.SEXUAL);
        assertTrue(open().isEmpty());
        Review appealed = moderation.decisions.appeal(moderation.reviews.require(id), "It is a fox.");
        assertEquals(Review.State.APPEALED, appealed.state());
        assertEquals(Optional.of("It is a fox."), appealed.decision().appeal());
        assertEquals(List.of(appealed), open());
        assertEquals("cannot_appeal", code(() -> moderation.decisions.appeal(appealed, "again")));
    }

    @Test
    public void whatAPersonLetsThroughPassesFromThenOnForThatAccountOnly() {
        String id = refused(ContentCategory.SEXUAL);
        assertEquals(1, points());
        Review approved = moderation.decisions.approve(id, "Sorry.", "acc_MODERATOR");
        assertEquals(Review.State.APPROVED, approved.state());
        assertEquals(Optional.of("Sorry."), approved.decision().note());
        assertEquals("the strike is lifted", 0, points());
        assertTrue(prompt("a fox").allowed());
        assertFalse(prompt("another fox").allowed());
        assertFalse(moderation
                .review
                .prompt(Calls.of(Calls.BOB), "a fox", Strictness.USUAL)
                .allowed());
        assertEquals("admin:moderation:approve", moderation.audit.actions().get(0));
        assertEquals(
                "acc_MODERATOR",
                moderation.audit.list(PageRequest.first(1)).items().get(0).actor());
        assertEquals("already_decided", code(() -> moderation.decisions.reject(id, "", "x")));
    }

    @Test
    public void sexualContentWithMinorsPassesNeverThoughItsStrikeCanBeLifted() {
        String id = refused(ContentCategory.SEXUAL_MINORS);
        assertEquals(5, points());
        moderation.decisions.approve(id, "A cherub.", "x");
        assertEquals(0, points());
        assertFalse(prompt("a fox").allowed());
    }

    @Test
    public void aRejectedAppealKeepsItsStrike() {
        String id = refused(ContentCategory.SEXUAL);
        moderation.decisions.appeal(moderation.reviews.require(id), "please");
        moderation.decisions.reject(id, "No.", "x");
        assertEquals(1, points());
        assertFalse(prompt("a fox").allowed());
        assertEquals("the same case, no other strike", 1, points());
    }

    @Test
    public void aHeldUploadComesIntoItsOwnersLibrary() {
        String id = held(TestModeration.upload(5));
        Review approved = moderation.decisions.approve(id, "", "x");
        assertArrayEquals(new byte[] {1, 2, 5}, moderation.library.uploads.get(0));
        assertTrue(approved.decision().asset().isPresent());
        assertEquals("its copy is gone", 0, blobs());
        assertTrue(moderation
                .review
                .picture(TestModeration.alice(), TestModeration.upload(5))
                .allowed());
        assertFalse(moderation
                .review
                .picture(TestModeration.alice(), TestModeration.upload(6))
                .allowed());
    }

    @Test
    public void aHeldResultComesIntoItsOwnersLibraryWithItsLineage() {
        Submission result = TestModeration.result(5);
        moderation.decisions.approve(held(result), "", "x");
        Submission.Made made = result.made().orElseThrow();
        assertEquals(
                Map.of(new StagedOutput(Calls.ALICE, made.lineage().job(), 3, 2), made.lineage()),
                moderation.library.adopted);
        assertEquals(0, blobs());
    }

    @Test
    public void aRejectedPictureIsRemovedAndGivesAStrike() {
        String id = held(TestModeration.result(5));
        assertEquals(1, blobs());
        moderation.decisions.reject(id, "No.", "x");
        assertEquals(0, blobs());
        assertEquals(1, points());
        assertTrue(moderation.library.adopted.isEmpty());
        assertFalse(moderation.reviews.require(id).hasFile());
    }

    @Test
    public void whatNobodyLooksAtIsNotShownAndNotPunished() {
        String id = held(TestModeration.upload(5));
        moderation.clock.move(Duration.ofDays(29));
        moderation.sweeper.sweep();
        assertEquals(1, open().size());
        moderation.clock.move(Duration.ofDays(2));
        moderation.sweeper.sweep();
        assertEquals(Review.State.REJECTED, moderation.reviews.require(id).state());
        assertEquals(0, blobs());
        assertEquals(0, points());
        moderation.clock.move(Duration.ofDays(180));
        moderation.sweeper.freeze = null;
        moderation.sweeper.sweep();
        moderation.sweeper.freeze = () -> Set.of(moderation.reviews.require(id).account());
        moderation.sweeper.sweep();
        assertTrue("under a legal hold", moderation.reviews.find(id).isPresent());
        moderation.sweeper.freeze = Set::of;
        moderation.sweeper.sweep();
        assertTrue(moderation.reviews.find(id).isEmpty());
    }

    @Test
    public void pagesGoFromTheLongestWaitingOn() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(held(TestModeration.upload(i)));
        }
        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = moderation.reviews.list(AdminReviewsResource.states("open"), new PageRequest(cursor, 2));
            page.items().forEach(review -> seen.add(review.id()));
            cursor = page.next();
        } while (cursor.isPresent());
        assertEquals(made, seen);
    }

    @Test
    public void aPersonsPartIsFoundExportedAndErased() {
        refused(ContentCategory.SEXUAL);
        held(TestModeration.upload(5));
        List<HeldItem> items = new ArrayList<>();
        for (String holding : List.of("reviews", "strikes")) {
            items.addAll(moderation
                    .personalData
                    .locate(Calls.ALICE, holding, PageRequest.first(10))
                    .items());
        }
        assertEquals(3, items.size());
        Exported exported = new Exported();
        items.forEach(item -> moderation.personalData.export(Calls.ALICE, item, exported));
        assertEquals(3, exported.data.size());
        assertEquals(1, exported.files.size());
        for (HeldItem item : items) {
            assertEquals(Outcome.notFound(), moderation.personalData.erase(Calls.BOB, item));
            assertEquals(Outcome.erased(), moderation.personalData.plan(Calls.ALICE, item));
            assertEquals(Outcome.erased(), moderation.personalData.erase(Calls.ALICE, item));
            assertEquals(Outcome.notFound(), moderation.personalData.erase(Calls.ALICE, item));
        }
        assertEquals(0, blobs());
        assertEquals(0, points());
        assertTrue(moderation
                .reviews
                .list(Calls.ALICE, PageRequest.first(10))
                .items()
                .isEmpty());
    }

    @Test
    public void keepsNoWordInARowAndNoneAtAllOnceTheirKeyIsDestroyed() {
        String id = refused(ContentCategory.SEXUAL);
        String held = held(TestModeration.result(5));
        moderation.decisions.appeal(moderation.reviews.require(id), "It is a canary.");
        moderation.decisions.reject(id, "It is no canary.", "x");
        Review review = moderation.reviews.require(id);
        assertEquals(Optional.of("a fox"), review.prompt());
        assertEquals(Optional.of("It is a canary."), review.decision().appeal());
        assertTrue(
                moderation.reviews.require(held).picture().orElseThrow().made().isPresent());
        String rows = moderation.unit.dump();
        assertTrue(rows.contains(id));
        assertFalse(rows.contains("fox") || rows.contains("canary"));
        moderation.vault.destroy(Calls.ALICE, "reviews");
        Review shredded = moderation.reviews.require(id);
        assertEquals(Optional.empty(), shredded.prompt());
        assertEquals(Optional.empty(), shredded.decision().appeal());
        assertEquals(Optional.empty(), shredded.decision().note());
        assertEquals(
                Optional.empty(),
                moderation.reviews.require(held).picture().orElseThrow().made());
        assertEquals(
                2,
                moderation
                        .personalData
                        .locate(Calls.ALICE, "reviews", PageRequest.first(10))
                        .items()
                        .size());
    }

    /** What was exported. */
    private static final class Exported implements ExportSink {
        private final List<Map<String, Object>> data = new ArrayList<>();
        private final List<String> files = new ArrayList<>();

        @Override
        public void data(Map<String, Object> one) {
            data.add(one);
        }

        @Override
        public void file(String name, String mediaType, InputStream content) {
            files.add(name);
        }

        @Override
        public void gap(String name, String reason) {
            throw new AssertionError("a gap: " + name);
        }
    }
}
