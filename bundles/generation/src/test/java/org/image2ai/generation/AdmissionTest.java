package org.image2ai.generation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.ErrorType;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.JobTerms.IdempotencyKey;
import org.image2ai.api.generation.JobTerms.Repeat;
import org.image2ai.api.library.PictureFormat;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.tck.Calls;
import org.image2ai.tck.jpa.TestUnit;
import org.image2ai.tck.storage.FakeSubjectVault;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class AdmissionTest {
    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("generation-test");
    private final Platform platform = new Platform();
    private JobRows rows;
    private Server server;

    @Before
    public void open() {
        System.setProperty("karaf.data", data.getRoot().getPath());
        rows = new JobRows(unit::migrate, unit, new FakeSubjectVault(), new LiveFence());
        server = new Server(rows, new JobHub(), platform, unit);
    }

    @After
    public void close() {
        server.close();
        unit.close();
        System.clearProperty("karaf.data");
    }

    private Job submit(AccountId who, int count, JobTerms terms) {
        return server.jobs.submit(Calls.of(who), Platform.request(count), terms);
    }

    private Job submit(int count) {
        return submit(Calls.ALICE, count, JobTerms.USUAL);
    }

    private JobId tried(int number) {
        Repeat repeat = new Repeat("a".repeat(64), number);
        return submit(
                        Calls.ALICE,
                        1,
                        new JobTerms(
                                Optional.empty(),
                                Optional.of(repeat),
                                Optional.empty(),
                                Optional.empty(),
                                Strictness.USUAL))
                .id();
    }

    private void runOne() {
        server.work.complete(
                server.work.verify(server.work.render(server.work.claim().orElseThrow())));
    }

    private static String code(Callable<?> call) {
        return assertThrows(PlatformException.class, call::call).code();
    }

    @Test
    public void withoutCreditNothingIsQueued() {
        assertEquals("insufficient_credits", code(() -> submit(11)));
        assertTrue(server.work.claim().isEmpty());
        assertTrue(rows.newest(10).isEmpty());
    }

    @Test
    public void aKeySpendsNoMoreThanItsCap() {
        platform.credits.all = 1_000;
        JobTerms byKey = new JobTerms(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ApiKeyId("key_1")),
                Optional.empty(),
                Strictness.USUAL);
        submit(Calls.ALICE, 3, byKey);
        assertEquals("spend_cap_reached", code(() -> submit(Calls.ALICE, 3, byKey)));
        assertEquals(1, rows.newest(10).size());
        runOne();
        assertEquals("also of what was spent", "spend_cap_reached", code(() -> submit(Calls.ALICE, 3, byKey)));
        submit(Calls.ALICE, 2, byKey);
        submit(Calls.ALICE, 1, JobTerms.USUAL);
    }

    @Test
    public void aFullStoreTakesNoNewJobAndHoldsNoCredit() {
        platform.library.full = true;
        assertEquals("storage_full", code(() -> submit(1)));
        assertTrue(rows.newest(10).isEmpty());
        assertTrue(platform.credits.held.isEmpty());
    }

    @Test
    public void theSameKeyGivesTheSameJobAndAnotherRequestIsRefused() {
        IdempotencyKey key = new IdempotencyKey("k", "f".repeat(64));
        Job one = server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), JobTerms.of(key));
        Job two = server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(1), JobTerms.of(key));
        Job other = server.jobs.submit(Calls.of(Calls.BOB), Platform.request(1), JobTerms.of(key));
        assertEquals(one.id(), two.id());
        assertFalse(one.id().equals(other.id()));
        IdempotencyKey changed = new IdempotencyKey("k", "e".repeat(64));
        assertEquals(
                "idempotency_key_reused",
                code(() -> server.jobs.submit(Calls.of(Calls.ALICE), Platform.request(2), JobTerms.of(changed))));
    }

    @Test
    public void aRepeatJoinsTheJobThatItsFirstTryBegan() {
        JobId first = tried(0);
        assertEquals(first, tried(1));
        runOne();
        assertEquals("also when it is over", first, tried(2));
        assertNotEquals("a second call makes a second picture", first, tried(0));
    }

    @Test
    public void repeatsOfEqualCallsJoinDifferentJobs() {
        Set<JobId> begun = Set.of(tried(0), tried(0), tried(0));
        Set<JobId> joined = new HashSet<>(List.of(tried(1), tried(1), tried(1)));
        assertEquals(begun, joined);
        assertTrue(begun.contains(tried(1)));
    }

    @Test
    public void aRepeatThatFindsNothingOrAFailureBeginsAJob() {
        JobId begun = tried(1);
        server.work.fail(server.work.claim().orElseThrow(), PlatformException.upstream("down", "down", true));
        assertNotEquals(begun, tried(2));
    }

    @Test
    public void whatIsTooMuchToWaitIsRefused() {
        platform.credits.all = 1_000;
        for (int i = 0; i < 20; i++) {
            submit(1);
        }
        PlatformException full = assertThrows(PlatformException.class, () -> submit(1));
        assertEquals("queue_full", full.code());
        assertTrue(full.retryAfter().isPresent());
        assertEquals(20, rows.newest(100).size());
        submit(Calls.BOB, 1, JobTerms.USUAL);
    }

    @Test
    public void whoHasTheFewestRunningIsNext() {
        submit(1);
        submit(1);
        submit(1);
        JobId bobs = submit(Calls.BOB, 1, JobTerms.USUAL).id();
        assertEquals(Calls.ALICE, server.work.claim().orElseThrow().job().owner());
        assertEquals(bobs, server.work.claim().orElseThrow().job().id());
        assertEquals(Calls.ALICE, server.work.claim().orElseThrow().job().owner());
    }

    @Test
    public void picturesAreMadeInTheFormatThatWasAskedFor() {
        JobRequest plain = Platform.request(1);
        JobRequest webp = new JobRequest(
                plain.operation(),
                plain.model(),
                plain.prompt(),
                plain.inputs(),
                plain.parameters(),
                plain.count(),
                plain.creditCeiling(),
                0,
                Optional.of(new PictureFormat(PictureFormat.Type.WEBP, 80)));
        JobId id =
                server.jobs.submit(Calls.of(Calls.ALICE), webp, JobTerms.USUAL).id();
        runOne();
        Job done = server.jobs.get(Calls.of(Calls.ALICE), id);
        assertEquals("image/webp", done.outputs().get(0).mediaType());
    }

    @Test
    public void refusesANewJobOfAnAccountThatRestrictedProcessing() {
        server.admission.choices = account -> new ProcessingChoices.Choices(
                account.equals(Calls.ALICE), Set.of(), Set.of(), Set.of(), false, Set.of());
        PlatformException no = assertThrows(PlatformException.class, () -> submit(1));
        assertEquals("processing_restricted", no.code());
        assertEquals(ErrorType.DENIED, no.type());
        submit(Calls.BOB, 1, JobTerms.USUAL);
    }
}
