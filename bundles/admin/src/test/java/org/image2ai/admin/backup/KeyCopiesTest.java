package org.image2ai.admin.backup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.image2ai.admin.Maintenance;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The keys of people are in no backup, and beside one for a while only. */
public class KeyCopiesTest {
    private static final String ALICE = "0a/" + "b".repeat(62) + ".keys";
    private static final String BOB = "ff/" + "c".repeat(62) + ".keys";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("admin-test");
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final MemoryStore store = new MemoryStore();
    private Path backup;

    @Before
    public void open() throws Exception {
        backup = folder.getRoot().toPath().resolve("safe/all.zip");
    }

    @After
    public void close() {
        unit.close();
    }

    /** A server's folders, with its master key. */
    private Folders server(String name, String master) throws IOException {
        Path base = folder.getRoot().toPath().resolve(name);
        Folders server = new Folders(base, base.resolve("etc"), base.resolve("data"));
        Files.createDirectories(server.keys());
        Files.writeString(server.keys().resolve("blobs.key"), master);
        return server;
    }

    private static void keep(Folders server, String ring, String keys) throws IOException {
        Path file = server.keyStore().resolve(ring);
        Files.createDirectories(file.getParent());
        Files.writeString(file, keys);
    }

    private void backUp(Folders server) {
        new Backups(unit.dataSource(), audit, () -> store, server, "1").create(Optional.of(backup.toString()), "x");
    }

    private RestoreReport restore(Folders server) {
        return new Restores(unit.dataSource(), unit, audit, new Maintenance(), () -> store, server)
                .restore(backup.toString(), "x");
    }

    @Test
    public void noBackupHoldsTheKeysOfPeople() throws Exception {
        Folders old = server("old", "old master");
        keep(old, ALICE, "CANARYKEY");
        backUp(old);
        assertFalse(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1).contains("b".repeat(62)));
        Path copy = KeyCopies.of(backup);
        assertTrue(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1).contains("b".repeat(62)));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(copy));
    }

    @Test
    public void aDestroyedKeyDoesNotComeBackWithABackupOfTheSameServer() throws Exception {
        Folders old = server("old", "old master");
        keep(old, ALICE, "alice");
        keep(old, BOB, "bob");
        backUp(old);
        Files.delete(old.keyStore().resolve(ALICE));
        RestoreReport report = restore(old);
        assertFalse(Files.exists(old.keyStore().resolve(ALICE)));
        assertEquals("bob", Files.readString(old.keyStore().resolve(BOB)));
        assertFalse(report.next(), report.next().contains("keystore"));
    }

    @Test
    public void anotherServerTakesTheCopyAndLaysItsOwnAside() throws Exception {
        Folders old = server("old", "old master");
        keep(old, ALICE, "alice");
        backUp(old);
        Folders fresh = server("fresh", "fresh master");
        keep(fresh, BOB, "bob");
        restore(fresh);
        assertEquals("old master", Files.readString(fresh.keys().resolve("blobs.key")));
        assertEquals("alice", Files.readString(fresh.keyStore().resolve(ALICE)));
        assertFalse(Files.exists(fresh.keyStore().resolve(BOB)));
        try (Stream<Path> all = Files.list(fresh.data())) {
            Path aside = all.filter(file -> file.getFileName().toString().startsWith("keystore.before-restore-"))
                    .findFirst()
                    .orElseThrow();
            assertEquals("bob", Files.readString(aside.resolve(BOB)));
        }
    }

    @Test
    public void saysThatTheKeysAreMissingWhereNoCopyCame() throws Exception {
        Folders old = server("old", "old master");
        keep(old, ALICE, "alice");
        backUp(old);
        Files.delete(KeyCopies.of(backup));
        Folders fresh = server("fresh", "fresh master");
        keep(fresh, BOB, "bob");
        RestoreReport report = restore(fresh);
        assertTrue(report.next(), report.next().contains("data/keystore"));
        assertEquals("bob", Files.readString(fresh.keyStore().resolve(BOB)));
    }

    @Test
    public void aCopyIsGoneAfterThirtyDaysAndTheBackupIsNot() throws Exception {
        Folders old = server("old", "old master");
        keep(old, ALICE, "alice");
        backUp(old);
        SetClock clock = new SetClock();
        KeyCopies copies = new KeyCopies(old, clock);
        clock.set(Duration.ofDays(29));
        assertEquals(0, copies.sweep(backup.getParent()));
        clock.set(Duration.ofDays(31));
        assertEquals(1, copies.sweep(backup.getParent()));
        try (Stream<Path> left = Files.list(backup.getParent())) {
            assertEquals(List.of(backup), left.toList());
        }
        assertEquals(0, copies.sweep(old.backups()));
    }
}
