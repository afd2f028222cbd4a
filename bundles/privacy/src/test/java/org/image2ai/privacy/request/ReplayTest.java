package org.image2ai.privacy.request;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class ReplayTest {
    private Bench bench;
    private FakeHolder library;

    @Before
    public void begin() {
        bench = new Bench();
        library = bench.roster.add("org.image2ai.library");
        library.hold(Bench.ADA, 3);
    }

    @After
    public void end() {
        bench.close();
    }

    /** What a restore of a backup from before the erasure does. */
    private void restore() throws SQLException {
        try (Connection connection = bench.unit.connection();
                Statement statement = connection.createStatement()) {
            for (String table : List.of("request", "event", "asked", "outcome", "item", "task", "fence")) {
                statement.executeUpdate("DELETE FROM prv_" + table);
            }
        }
        library.hold(Bench.ADA, 3);
    }

    @Test
    public void aRestoreBringsNobodyBack() throws SQLException {
        Request request = bench.confirmedErasure();
        bench.work(request);
        restore();
        Bench next = bench.restart();
        assertTrue("from the first moment", next.fence.isClosed(Bench.ADA));
        Replay replay = next.replay();
        assertEquals(Optional.of("1 erasures that a restore undid"), replay.missing());
        next.roster.absent.add("org.image2ai.library");
        replay.look();
        assertTrue("not ready while somebody is away", replay.missing().isPresent());
        next.roster.absent.clear();
        next.wait(Duration.ofMinutes(1));
        next.work(request);
        replay.look();
        assertEquals(Optional.empty(), replay.missing());
        assertEquals(0, library.things.size());
        assertEquals(RequestState.COMPLETE, next.state(request));
        assertEquals(
                Optional.empty(), next.evidence.ledger().verify(request.id()).broken());
        replay.stop();
        next.worker.stop();
    }

    @Test
    public void saysAfterAWhileWhomItWaitsForAndGoesOnWithATaskWhenSomebodySaysSo() throws SQLException {
        Request request = bench.confirmedErasure();
        bench.work(request);
        restore();
        Bench next = bench.restart();
        next.roster.absent.add("org.image2ai.library");
        Replay replay = next.replay();
        replay.look();
        assertEquals(Optional.of("1 erasures that a restore undid"), replay.missing());
        next.wait(Duration.ofMinutes(6));
        replay.look();
        String waits = "; " + request.id() + " waits for org.image2ai.library";
        assertEquals(Optional.of("1 erasures that a restore undid" + waits), replay.missing());
        replay.stop();

        Bench again = next.restart();
        again.roster.absent.add("org.image2ai.library");
        Replay other = again.replay();
        assertTrue("a restart makes nobody ready", other.missing().isPresent());
        again.officers.goOn(request.id(), "its disk is lost", "officer");
        other.look();
        assertEquals(Optional.empty(), other.missing());
        assertEquals(RequestState.BLOCKED, again.state(request));
        ExternalTask task = again.view(request).external().get(0);
        assertEquals("MANUAL What org.image2ai.library holds", task.mode() + " " + task.recipient());
        assertThrows(PlatformException.class, () -> again.officers.goOn(request.id(), "twice", "officer"));

        again.roster.absent.clear();
        again.wait(Duration.ofMinutes(20));
        again.work(request);
        assertEquals("it goes on when it is back", 0, library.things.size());
        assertEquals(RequestState.PENDING_EXTERNAL, again.state(request));
        again.officers.settle(request.id(), task.id(), "it was erased by itself", "officer");
        assertEquals(RequestState.COMPLETE, again.state(request));
        assertEquals(Optional.empty(), again.replay().missing());
        other.stop();
        next.worker.stop();
        again.worker.stop();
    }

    @Test
    public void whatIsAdmittedLateIsErasedAsWell() throws SQLException {
        Request request = bench.confirmedErasure();
        bench.work(request);
        restore();
        Bench next = bench.restart();
        next.others.probe = next.probe();
        FakeHolder late = next.roster.add("org.image2ai.late");
        late.hold(Bench.ADA, 2);
        Replay replay = next.replay();
        replay.look();
        next.work(request);
        assertEquals(0, late.things.size() + library.things.size());
        replay.stop();
        next.worker.stop();
    }

    @Test
    public void anErasureThatTheDatabaseKnowsIsNotDoneAgain() {
        Request request = bench.confirmedErasure();
        bench.work(request);
        int looked = library.located;
        Bench next = bench.restart();
        Replay replay = next.replay();
        replay.look();
        assertEquals(Optional.empty(), replay.missing());
        assertEquals(looked, library.located);
        replay.stop();
        next.worker.stop();
    }

    @Test
    public void aLineThatACrashCutShortSpoilsNoOther() throws Exception {
        Path file = bench.folder.resolve("erasures.log");
        Files.writeString(
                file, "\n1 2026-11-25T10:00:00Z acc_half pr", StandardCharsets.UTF_8, StandardOpenOption.CREATE);
        ErasureLog log = new ErasureLog(file);
        log.append(new ErasureLog.Entry(bench.evidence.settings().now(), Bench.ADA, "prq_1"));
        assertEquals(List.of(Bench.ADA), List.copyOf(log.read().keySet()));
    }
}
