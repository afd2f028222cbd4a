package org.image2ai.library;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.image2ai.api.PageRequest;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.library.Library.StagedWriter;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.tck.Calls;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class StagingTest {
    @Rule
    public final TemporaryFolder root = new TemporaryFolder();

    private Staging staging() {
        return new Staging(root.getRoot().toPath(), 1_000);
    }

    private static Path stage(Staging staging, AccountId owner, String job) throws IOException {
        StagedOutput output = new StagedOutput(owner, new JobId(job), 1, 0);
        try (StagedWriter writer = staging.write(output)) {
            writer.write(new byte[] {1, 2, 3});
            writer.commit();
        }
        return staging.file(output);
    }

    @Test
    public void whatAnEarlierProcessLeftGoesAtTheStart() throws IOException {
        Path left = stage(staging(), Calls.ALICE, "job_left");
        Path mine = stage(staging(), Calls.ALICE, "job_mine");
        FileTime before = FileTime.from(Leftovers.beforeThisProcess().minus(Duration.ofSeconds(1)));
        Files.setLastModifiedTime(left, before);
        staging();
        assertFalse(Files.exists(left));
        assertTrue("a component that begins again harms no job", Files.exists(mine));
    }

    @Test
    public void nothingOfAnOwnerStaysAfterTheErasure() throws IOException {
        Staging staging = staging();
        Path hers = stage(staging, Calls.ALICE, "job_hers");
        StagedWriter open = staging.write(new StagedOutput(Calls.ALICE, new JobId("job_open"), 1, 0));
        open.write(7);
        Path his = stage(staging, Calls.BOB, "job_his");
        LibraryPersonalData privacy = new LibraryPersonalData(null, null, staging);
        List<HeldItem> items =
                privacy.locate(Calls.ALICE, "drafts", PageRequest.first(10)).items();
        assertEquals(1, items.size());
        assertEquals(Outcome.erased(), privacy.plan(Calls.ALICE, items.get(0)));
        assertEquals(Outcome.erased(), privacy.erase(Calls.ALICE, items.get(0)));
        assertEquals(Outcome.notFound(), privacy.erase(Calls.ALICE, items.get(0)));
        assertEquals(
                List.of(),
                privacy.locate(Calls.ALICE, "drafts", PageRequest.first(10)).items());
        assertFalse(Files.exists(hers));
        assertTrue(Files.exists(his));
        assertEquals(0, staging.count(Calls.ALICE));
        open.close();
    }

    @Test
    public void oldOnesOfEverybodyAreSwept() throws IOException {
        Staging staging = staging();
        Path file = stage(staging, Calls.ALICE, "job_old");
        assertEquals(0, staging.sweep(Instant.now().minus(Duration.ofHours(1))));
        assertEquals(1, staging.sweep(Instant.now().plus(Duration.ofHours(1))));
        assertFalse(Files.exists(file));
    }
}
