package org.image2ai.admin.backup;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.image2ai.admin.Maintenance;
import org.image2ai.api.PlatformException;
import org.image2ai.tck.RecordingAuditTrail;
import org.image2ai.tck.jpa.TestUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class BackupTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final TestUnit unit = new TestUnit("admin-test");
    private final MemoryStore store = new MemoryStore();
    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private Folders folders;
    private Backups backups;
    private Restores restores;

    @Before
    public void open() throws Exception {
        Path base = folder.getRoot().toPath();
        folders = new Folders(base, base.resolve("etc"), base.resolve("data"));
        backups = new Backups(unit.dataSource(), audit, () -> store, folders, "1.2.3");
        restores = new Restores(unit.dataSource(), unit, audit, new Maintenance(), () -> store, folders);
        sql("CREATE TABLE one_child (id varchar(9) PRIMARY KEY, parent_id varchar(9) NOT NULL)");
        sql("CREATE TABLE two_parent (id varchar(9) PRIMARY KEY, body text, amount bigint NOT NULL,"
                + " good boolean, share double precision, price decimal(12,4), raw varbinary(100))");
        sql("ALTER TABLE one_child ADD FOREIGN KEY (parent_id) REFERENCES two_parent (id)");
        sql("INSERT INTO two_parent VALUES ('p1', 'a \"line\"\nand ü', 9007199254740993, true, 0.1, 12.5000, X'00ff')");
        sql("INSERT INTO two_parent VALUES ('p2', null, -1, null, null, null, null)");
        sql("INSERT INTO one_child VALUES ('c1', 'p2')");
        store.objects.put("library/acc_a/uploads/x", bytes("a picture"));
        Files.createDirectories(folders.etc());
        Files.writeString(folders.etc().resolve("org.image2ai.rest.cfg"), "a = b\n");
        Files.createDirectories(folders.keys());
        Files.writeString(folders.keys().resolve("master.key"), "secret");
    }

    @After
    public void close() {
        unit.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = unit.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String select(String sql) throws SQLException {
        try (Connection connection = unit.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder all = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    all.append(rows.getString(i)).append('|');
                }
            }
            return all.toString();
        }
    }

    private String parents() throws SQLException {
        return select("SELECT * FROM two_parent ORDER BY id");
    }

    private BackupReport backup(String name) {
        return backups.create(Optional.of(name), "shell:test");
    }

    private String refusal(String name) {
        return assertThrows(PlatformException.class, () -> restores.restore(name, "shell:test"))
                .code();
    }

    @Test
    public void bringsEverythingBack() throws Exception {
        String before = parents();
        BackupReport report = backup("b.zip");
        assertEquals(3, report.rows());
        assertEquals(1, report.blobs());
        assertEquals(report, backups.verify("b.zip"));
        sql("DELETE FROM one_child");
        sql("UPDATE two_parent SET body = 'other', raw = null");
        sql("INSERT INTO two_parent VALUES ('p3', null, 3, null, null, null, null)");
        store.objects.put("library/acc_a/uploads/x", bytes("another"));
        Files.writeString(folders.keys().resolve("master.key"), "other");
        RestoreReport restored = restores.restore("b.zip", "shell:test");
        assertEquals(before, parents());
        assertEquals("c1|p2|", select("SELECT * FROM one_child"));
        assertEquals(1, restored.blobs());
        assertArrayEquals(bytes("a picture"), store.objects.get("library/acc_a/uploads/x"));
        assertEquals("secret", Files.readString(folders.keys().resolve("master.key")));
        assertEquals(List.of("admin:backup:create", "admin:backup:restore"), audit.actions());
    }

    @Test
    public void leavesOneFileThatOnlyTheOwnerCanRead() throws Exception {
        Path file = Path.of(backups.create(Optional.empty(), "shell:test").file());
        assertTrue(file.getFileName().toString().matches("image2ai-\\d{8}-\\d{6}\\.zip"));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
        try (Stream<Path> all = Files.list(file.getParent())) {
            assertEquals(List.of(file), all.toList());
        }
        assertEquals(
                "file_exists",
                assertThrows(PlatformException.class, () -> backup(file.toString()))
                        .code());
    }

    @Test
    public void saysWhichBlobsWereDeletedMeanwhile() {
        store.objects.put("library/acc_a/uploads/y", bytes("going"));
        store.losing = "library/acc_a/uploads/y";
        BackupReport report = backup("b.zip");
        assertEquals(1, report.blobs());
        assertEquals(1, report.blobsGone());
        backups.verify("b.zip");
    }

    @Test
    public void aBackupThatFailsLeavesNothing() throws Exception {
        sql("CREATE TABLE odd (id timestamp)");
        assertEquals(
                "unsupported_column",
                assertThrows(PlatformException.class, () -> backup("b.zip")).code());
        assertFalse(Files.exists(folders.file("b.zip")));
        assertFalse(Files.exists(folders.file("b.zip.part")));
    }

    @Test
    public void refusesAChangedByteAnywhereAndChangesNothing() throws Exception {
        backup("b.zip");
        byte[] good = Files.readAllBytes(folders.file("b.zip"));
        String before = parents();
        for (int at = 0; at < good.length; at += Math.max(1, good.length / 97)) {
            byte[] bad = good.clone();
            bad[at] ^= 0x20;
            Files.write(folders.file("bad.zip"), bad);
            try {
                // A byte of a date or a flag is no part of what is kept: then the file is as good as before.
                backups.verify("bad.zip");
            } catch (PlatformException e) {
                assertEquals("backup_corrupt", refusal("bad.zip"));
            }
        }
        Files.write(folders.file("cut.zip"), Arrays.copyOf(good, good.length / 2));
        assertEquals("backup_corrupt", refusal("cut.zip"));
        assertEquals("file_not_found", refusal("none.zip"));
        assertEquals(before, parents());
    }

    @Test
    public void theRowsAreOfOneInstant() throws Exception {
        sql("CREATE TABLE a_from (id int, amount bigint)");
        sql("CREATE TABLE z_to (id int, amount bigint)");
        sql("INSERT INTO a_from VALUES (1, 1000000)");
        sql("INSERT INTO z_to VALUES (1, 0)");
        sql("INSERT INTO two_parent SELECT 'x' || x, 'filler', x, true, 1, 1, null FROM system_range(1, 2000)");
        AtomicBoolean done = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(20);
        Thread mover = new Thread(() -> move(done, begun));
        mover.start();
        begun.await();
        backup("b.zip");
        done.set(true);
        mover.join();
        restores.restore("b.zip", "shell:test");
        assertEquals("1000000|", select("SELECT (SELECT amount FROM a_from) + (SELECT amount FROM z_to)"));
    }

    private void move(AtomicBoolean done, CountDownLatch begun) {
        try (Connection connection = unit.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (!done.get()) {
                statement.execute("UPDATE a_from SET amount = amount - 1");
                statement.execute("UPDATE z_to SET amount = amount + 1");
                connection.commit();
                begun.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void fillsTablesThatAreNewerThanTheBackup() throws Exception {
        backup("b.zip");
        sql("ALTER TABLE two_parent ADD COLUMN colour varchar(9) DEFAULT 'red' NOT NULL");
        sql("CREATE TABLE three_new (id int)");
        sql("INSERT INTO three_new VALUES (7)");
        RestoreReport report = restores.restore("b.zip", "shell:test");
        assertEquals("red|red|", select("SELECT colour FROM two_parent"));
        assertEquals(List.of("three_new"), report.leftAlone());
        assertEquals("7|", select("SELECT * FROM three_new"));
        sql("ALTER TABLE two_parent ALTER COLUMN colour DROP DEFAULT");
        assertEquals("backup_older", refusal("b.zip"));
    }

    @Test
    public void refusesWhatANewerServerMade() throws Exception {
        sql("CREATE TABLE databasechangelog (id varchar(20))");
        sql("INSERT INTO databasechangelog VALUES ('two-1'), ('two-2')");
        backup("b.zip");
        sql("DELETE FROM databasechangelog WHERE id = 'two-2'");
        assertEquals("backup_newer", refusal("b.zip"));
        sql("DROP TABLE databasechangelog");
        sql("CREATE TABLE databasechangelog (id varchar(20))");
        sql("INSERT INTO databasechangelog VALUES ('two-1'), ('two-2')");
        sql("ALTER TABLE two_parent DROP COLUMN body");
        assertEquals("backup_newer", refusal("b.zip"));
    }

    @Test
    public void refusesWhileJobsRun() throws Exception {
        backup("b.zip");
        sql("CREATE TABLE gen_job (id varchar(9), ended_at bigint)");
        sql("INSERT INTO gen_job VALUES ('j', null)");
        assertEquals("jobs_running", refusal("b.zip"));
        sql("UPDATE gen_job SET ended_at = 1");
        restores.restore("b.zip", "shell:test");
    }

    @Test
    public void aRestoreThatFailsInTheMiddleLeavesAllRows() throws Exception {
        backup("b.zip");
        sql("DELETE FROM one_child");
        sql("ALTER TABLE one_child ADD CHECK (id <> 'c1')");
        String before = parents();
        assertEquals("restore_failed", refusal("b.zip"));
        assertEquals(before, parents());
        assertEquals("", select("SELECT * FROM one_child"));
    }
}
