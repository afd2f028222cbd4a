package org.image2ai.moderation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.api.moderation.Finding;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.api.moderation.Verdict.Decision;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Test;

public class ReviewServiceTest {
    private TestModeration moderation = new TestModeration(Map.of());

    @After
    public void close() {
        moderation.close();
    }

    private void with(Map<String, Object> settings) {
        moderation.close();
        moderation = new TestModeration(settings);
    }

    private Verdict prompt(String text) {
        return moderation.review.prompt(TestModeration.alice(), text, Strictness.USUAL);
    }

    private List<Review> reviews() {
        return moderation.reviews.list(Calls.ALICE, PageRequest.first(50)).items();
    }

    private int points() {
        return moderation.strikes.live(Calls.ALICE).stream()
                .mapToInt(Strike::points)
                .sum();
    }

    private String standing() {
        try {
            moderation.review.requireGoodStanding(TestModeration.alice());
            return "good";
        } catch (PlatformException e) {
            return e.code();
        }
    }

    @Test
    public void whatIsBelowTheThresholdPassesAndLeavesNothing() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.79);
        assertEquals(Verdict.ALLOWED, prompt("a fox"));
        assertTrue(reviews().isEmpty());
        assertEquals(0, points());
    }

    @Test
    public void whatReachesItIsRefusedAndSaysWhyAndWhereToAppeal() {
        moderation.reviewer.finds(ContentCategory.HATE, 0.8);
        Verdict verdict = prompt("a fox");
        assertEquals(Decision.REFUSE, verdict.decision());
        assertEquals(Optional.of(ContentCategory.HATE), verdict.category());
        Review review = reviews().get(0);
        assertEquals(Optional.of(review.id()), verdict.review());
        assertEquals(Review.State.REFUSED, review.state());
        assertEquals(Optional.of("a fox"), review.prompt());
        assertEquals("told so", review.finding().reason());
        assertEquals(2, points());
    }

    @Test
    public void theSameAgainIsTheSameCaseAndNoSecondStrike() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.9);
        assertEquals(prompt("a fox").review(), prompt("a fox").review());
        assertEquals(1, points());
        prompt("another fox");
        assertEquals(2, points());
        assertEquals(2, reviews().size());
    }

    @Test
    public void strikesSuspendAnAccountUntilEnoughAreForgotten() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.9);
        for (int i = 0; i < 4; i++) {
            prompt("fox " + i);
            moderation.clock.move(Duration.ofDays(1));
        }
        assertEquals("good", standing());
        prompt("fox 5");
        assertEquals("account_suspended_for_content", standing());
        PlatformException e = assertThrows(
                PlatformException.class, () -> moderation.review.requireGoodStanding(TestModeration.alice()));
        assertTrue(e.getMessage(), e.getMessage().contains(e.details().get("until")));
        moderation.review.requireGoodStanding(Calls.of(Calls.BOB));
        moderation.clock.move(Duration.ofDays(26));
        assertEquals("the first is forgotten, four are left", "good", standing());
        assertEquals(4, points());
        moderation.sweeper.sweep();
        assertEquals(4, moderation.strikes.all(Calls.ALICE).size());
    }

    @Test
    public void selfHarmIsRefusedAndNotPunished() {
        moderation.reviewer.finds(ContentCategory.SELF_HARM, 0.95);
        assertEquals(Decision.REFUSE, prompt("…").decision());
        assertEquals(0, points());
    }

    @Test
    public void minorsCannotBeSetHigher() {
        with(Map.of("promptRefuse", "sexual-minors=2", "pictureRefuse", "", "pictureHold", "sexual-minors=0.1"));
        moderation.reviewer.finds(ContentCategory.SEXUAL_MINORS, 0.5);
        assertEquals(Decision.REFUSE, prompt("…").decision());
        assertEquals(
                Decision.REFUSE,
                moderation
                        .review
                        .picture(TestModeration.alice(), TestModeration.upload(1))
                        .decision());
        moderation.reviewer.finds(ContentCategory.SEXUAL, 1);
        assertTrue("not named", prompt("other").allowed());
    }

    @Test
    public void lessStrictlyOnlyWhereTheOperatorAllowsIt() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.9);
        assertFalse(moderation
                .review
                .prompt(TestModeration.alice(), "a", Strictness.LOW)
                .allowed());
        with(Map.of("promptRefuseLow", "sexual=0.95, violence=0.95"));
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.9);
        assertTrue(moderation
                .review
                .prompt(TestModeration.alice(), "a", Strictness.LOW)
                .allowed());
        assertFalse(moderation
                .review
                .prompt(TestModeration.alice(), "a", Strictness.USUAL)
                .allowed());
        moderation.reviewer.finds(ContentCategory.SEXUAL_MINORS, 0.6);
        assertFalse(moderation
                .review
                .prompt(TestModeration.alice(), "b", Strictness.LOW)
                .allowed());
    }

    @Test
    public void theWorstFindingDecides() {
        with(Map.of("promptHold", "violence=0.5"));
        moderation.reviewer.finds(
                new Finding(ContentCategory.VIOLENCE, 0.7, "v"),
                new Finding(ContentCategory.SEXUAL, 0.99, "s"),
                new Finding(ContentCategory.SEXUAL_MINORS, 0.6, "m"));
        Verdict verdict = prompt("…");
        assertEquals(Decision.REFUSE, verdict.decision());
        assertEquals(Optional.of(ContentCategory.SEXUAL_MINORS), verdict.category());
    }

    @Test
    public void aPictureInDoubtIsKeptForAPersonAndNobodyIsPunished() throws Exception {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.8);
        Verdict verdict = moderation.review.picture(TestModeration.alice(), TestModeration.upload(9));
        assertEquals(Decision.HOLD, verdict.decision());
        assertEquals("content_held", verdict.refusal("picture", "file").code());
        Review review = reviews().get(0);
        assertEquals(Review.State.HELD, review.state());
        assertEquals(9, moderation.files.open(review).readAllBytes()[2]);
        assertEquals(0, points());
    }

    @Test
    public void aRefusedPictureIsNotKept() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.95);
        moderation.review.picture(TestModeration.alice(), TestModeration.upload(1));
        assertEquals(Review.Subject.UPLOAD, reviews().get(0).subject());
        assertEquals(1, points());
        assertTrue(moderation
                .blobs
                .list(Optional.empty(), PageRequest.first(10))
                .items()
                .isEmpty());
    }

    @Test
    public void whatAModelMadeIsNoStrike() {
        moderation.reviewer.finds(ContentCategory.SEXUAL, 0.95);
        assertFalse(moderation
                .review
                .picture(TestModeration.alice(), TestModeration.result(1))
                .allowed());
        assertEquals(
                TestModeration.result(1).made(),
                reviews().get(0).picture().orElseThrow().made());
        assertEquals(0, points());
    }

    @Test
    public void aReviewerThatIsAwayOrFailsLetsNothingPass() {
        moderation.reviewer.fails(new IllegalStateException("broken"));
        assertEquals(
                "review_failed",
                assertThrows(PlatformException.class, () -> prompt("a")).code());
        moderation.reviewers.remove(moderation.reviewer);
        assertEquals(Optional.of("the reviewer fake"), moderation.review.missing());
        PlatformException e = assertThrows(PlatformException.class, () -> prompt("a"));
        assertEquals("review_unavailable", e.code());
        assertTrue(e.retryable());
    }

    @Test
    public void picturesAreNotLookedAtWhereThatIsSwitchedOff() {
        assertEquals(64, moderation.review.pictureSide());
        with(Map.of("reviewPictures", false));
        moderation.reviewer.finds(ContentCategory.SEXUAL, 1);
        assertEquals(0, moderation.review.pictureSide());
        assertTrue(moderation
                .review
                .picture(TestModeration.alice(), TestModeration.upload(1))
                .allowed());
    }

    @Test
    public void aWrongSettingIsNamed() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> with(Map.of("pictureHold", "sexual=a lot")));
        assertEquals("pictureHold has no number in sexual=a lot", e.getMessage());
        moderation = new TestModeration(Map.of());
    }

    @Test
    public void keepsNothingOfSomebodyWhoseErasureHasBegun() {
        moderation.reviewer.finds(ContentCategory.HATE, 0.8);
        moderation.fence.bind(Calls.ALICE::equals);
        PlatformException e = assertThrows(PlatformException.class, () -> prompt("a fox"));
        assertEquals("account_erased", e.code());
        assertTrue(reviews().isEmpty());
        assertEquals(0, points());
    }
}
