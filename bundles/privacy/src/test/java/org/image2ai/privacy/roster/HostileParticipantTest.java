package org.image2ai.privacy.roster;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.tck.Calls;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class HostileParticipantTest {
    private final TestRoster test = new TestRoster();
    private final CountDownLatch over = new CountDownLatch(1);

    @Before
    public void start() {
        test.start("org.hostile", false, TestBundles.holding("org.hostile", "hostile"));
        test.start("org.fair", false, TestBundles.holding("org.fair", "fair"));
        test.answer("org.fair", new FakeParticipant(2));
    }

    @After
    public void close() {
        over.countDown();
        test.close();
    }

    private void answers(Runnable instead) {
        test.answer("org.hostile", new FakeParticipant(0) {
            @Override
            public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
                instead.run();
                return new Page<>(List.of(), Optional.empty());
            }
        });
    }

    private static int located(PersonalDataParticipant asked) {
        return asked.locate(Calls.ALICE, "notes", PageRequest.first(10)).items().size();
    }

    private PlatformException refusal() {
        return assertThrows(
                PlatformException.class, () -> test.roster.ask("org.hostile", HostileParticipantTest::located));
    }

    private void assertFailed(String kind) {
        PlatformException failed = refusal();
        assertEquals("participant_failed", failed.code());
        assertTrue(failed.getMessage(), failed.getMessage().contains("org.hostile"));
        assertTrue(failed.getMessage(), failed.getMessage().contains(kind));
        assertFalse(failed.getMessage(), failed.getMessage().contains("alice"));
    }

    @Test
    public void anExceptionIsAFailureWhoseWordsAreNotRepeated() {
        answers(() -> {
            throw new IllegalStateException("alice@example.org");
        });
        assertFailed("IllegalStateException");
    }

    @Test
    public void anErrorIsAFailureToo() {
        answers(() -> {
            throw new StackOverflowError("alice@example.org");
        });
        assertFailed("StackOverflowError");
    }

    @Test
    public void aRefusalKeepsItsCode() {
        answers(() -> {
            throw PlatformException.conflict("job_running", "alice@example.org runs a job");
        });
        assertFailed("job_running");
    }

    @Test
    public void oneThatHangsCostsItsOwnPermitsAndNobodyElses() {
        AtomicInteger asked = new AtomicInteger();
        answers(() -> {
            asked.incrementAndGet();
            hang();
        });
        for (int i = 0; i < 3; i++) {
            assertEquals("participant_timeout", refusal().code());
        }
        assertEquals("a third question is not put before an answer came", 2, asked.get());
        assertEquals(2, (int) test.roster.ask("org.fair", HostileParticipantTest::located));
    }

    /** Also to an interruption, as a hostile one would. */
    private void hang() {
        boolean done = false;
        while (!done) {
            try {
                done = over.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                done = false;
            }
        }
    }

    @Test
    public void aLateAnswerIsDroppedAndItsPermitComesBack() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(2);
        AtomicBoolean slow = new AtomicBoolean(true);
        answers(() -> {
            if (slow.get()) {
                hang();
                ended.countDown();
            }
        });
        refusal();
        refusal();
        slow.set(false);
        over.countDown();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertEquals(0, (int) test.roster.ask("org.hostile", HostileParticipantTest::located));
    }

    @Test
    public void oneThatIsGoneOrUnderQuarantineIsAbsentAndNeverTakenForEmpty() {
        assertEquals("participant_absent", refusal().code());
        answers(() -> {});
        assertEquals(0, (int) test.roster.ask("org.hostile", HostileParticipantTest::located));
        test.start("org.hostile", false, TestBundles.holding("org.hostile", "other"), "its digest is another");
        assertEquals("participant_absent", refusal().code());
        test.uninstall("org.hostile");
        assertEquals("participant_absent", refusal().code());
        assertEquals(
                "participant_absent",
                assertThrows(
                                PlatformException.class,
                                () -> test.roster.ask("org.nobody", HostileParticipantTest::located))
                        .code());
    }
}
