package org.image2ai.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.image2ai.admin.Maintenance;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.kit.OwnerOnlyFile;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a backup in the place of what is there. First come the blobs that are missing, which harms nobody; then all
 * rows in one transaction; then blobs that are others than the rows say, and keys. What fails before the commit leaves
 * rows, blobs and keys as they were; the blobs that it brought have no row, and the sweep removes them.
 */
@Component(service = Restores.class)
public final class Restores {
    private static final Logger LOG = LoggerFactory.getLogger(Restores.class);
    private static final String NEXT = "Restart the server now; until then it is not ready.";
    private static final String NO_KEYS = "There is no copy of the key store beside the backup: put the old server's"
            + " data/keystore here first, or what is encrypted cannot be read. ";
    private static final String MASTER = Names.KEYS + "blobs.key";

    private final DataSource dataSource;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final Maintenance maintenance;
    private final Supplier<ObjectStore> store;
    private final Folders folders;
    private final KeyCopies keyCopies;

    @Activate
    public Restores(
            @Reference(target = "(osgi.jndi.service.name=image2ai)") DataSource dataSource,
            @Reference Transactions transactions,
            @Reference AuditTrail audit,
            @Reference Maintenance maintenance,
            @Reference LiveStore store) {
        this(dataSource, transactions, audit, maintenance, store::get, Folders.ofKaraf());
    }

    Restores(
            DataSource dataSource,
            Transactions transactions,
            AuditTrail audit,
            Maintenance maintenance,
            Supplier<ObjectStore> store,
            Folders folders) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.audit = audit;
        this.maintenance = maintenance;
        this.store = store;
        this.folders = folders;
        this.keyCopies = new KeyCopies(folders, Clock.systemUTC());
    }

    /** Restores a backup. */
    synchronized RestoreReport restore(String name, String actor) {
        Path file = folders.file(name);
        try (BackupReader backup = BackupReader.open(file)) {
            check(backup);
            maintenance.begin("the end of a restore");
            long missing;
            RestoreReport report;
            try {
                missing = putMissing(backup);
                report = transactions.required(() -> fill(backup, file, actor));
            } catch (IOException | RuntimeException e) {
                maintenance.end();
                throw e;
            }
            maintenance.begin("a restart after the restore");
            boolean elsewhere = isOfAnotherKeyStore(backup);
            putKeys(backup);
            String next = elsewhere && !keyCopies.restore(file) ? NO_KEYS + NEXT : NEXT;
            LOG.info("{} was restored. {}", file, next);
            return report.withBlobs(missing + putChanged(backup), next);
        } catch (IOException | UncheckedIOException e) {
            throw failed(e);
        }
    }

    private void check(BackupReader backup) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            new RestoredTables(backup, connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private RestoreReport fill(BackupReader backup, Path file, String actor) {
        try (Connection connection = dataSource.getConnection()) {
            RestoredTables tables = new RestoredTables(backup, connection);
            long rows = tables.fill(connection);
            String created = backup.manifest().created();
            String target = file.getFileName().toString();
            audit.record(
                    new AuditEntry(Instant.now(), actor, "admin:backup:restore", target, Map.of("created", created)));
            return new RestoreReport(file.toString(), created, tables.size(), rows, tables.leftAlone(), 0, NEXT);
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long putMissing(BackupReader backup) throws IOException {
        ObjectStore to = store.get();
        long[] put = {0};
        backup.each(Names.BLOBS, (name, sha256) -> {
            ObjectKey key = new ObjectKey(Names.below(Names.BLOBS, name));
            if (to.stat(key).isEmpty()) {
                put(backup, to, key, name);
                put[0]++;
            }
        });
        return put[0];
    }

    /** Reads every blob back: afterwards the store has what the rows name. */
    private long putChanged(BackupReader backup) throws IOException {
        ObjectStore to = store.get();
        long[] put = {0};
        backup.each(Names.BLOBS, (name, sha256) -> {
            ObjectKey key = new ObjectKey(Names.below(Names.BLOBS, name));
            if (!sha256.equals(stored(to, key))) {
                put(backup, to, key, name);
                put[0]++;
            }
        });
        return put[0];
    }

    private static String stored(ObjectStore store, ObjectKey key) throws IOException {
        if (store.stat(key).isEmpty()) {
            return "";
        }
        try (InputStream in = store.get(key, 0, Long.MAX_VALUE)) {
            return Sha256.of(in);
        }
    }

    private static void put(BackupReader backup, ObjectStore to, ObjectKey key, String name) throws IOException {
        try (InputStream in = backup.open(name)) {
            to.put(key, in, Long.MAX_VALUE);
        }
    }

    /** Whether another master key wrapped the keys of the backup's time than wraps those here. */
    private boolean isOfAnotherKeyStore(BackupReader backup) throws IOException {
        boolean[] other = {false};
        backup.each(MASTER, (name, sha256) -> other[0] = !isSame(folders.keys().resolve("blobs.key"), sha256));
        return other[0];
    }

    private static boolean isSame(Path file, String sha256) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in).equals(sha256);
        }
    }

    /** A key that is there and is another stays beside the one of the backup. */
    private void putKeys(BackupReader backup) throws IOException {
        backup.each(Names.KEYS, (name, sha256) -> {
            Path file = folders.keys()
                    .resolve(Path.of(Names.below(Names.KEYS, name)).getFileName());
            if (isSame(file, sha256)) {
                return;
            }
            if (Files.exists(file)) {
                String kept =
                        file.getFileName() + ".before-restore-" + Instant.now().getEpochSecond();
                Files.move(file, file.resolveSibling(kept));
            }
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (FileChannel out = OwnerOnlyFile.create(part);
                    InputStream in = backup.open(name)) {
                in.transferTo(Channels.newOutputStream(out));
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    private static PlatformException failed(Exception e) {
        LOG.error("A restore failed.", e);
        return PlatformException.internal("restore_failed", "The restore failed; the log says why.", e);
    }
}
