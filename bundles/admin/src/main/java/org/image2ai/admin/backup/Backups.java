package org.image2ai.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.image2ai.api.ErrorType;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.storage.ObjectStore;
import org.image2ai.api.storage.StoredObject;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes backups while the server runs: the rows of one instant, then the blobs, then settings and keys. */
@Component(service = Backups.class)
public final class Backups {
    /** H2's own level: the isolation levels of JDBC give it a snapshot of each table, not one of all. */
    private static final int H2_SNAPSHOT = 6;

    private final DataSource dataSource;
    private final AuditTrail audit;
    private final Supplier<ObjectStore> store;
    private final Folders folders;
    private final KeyCopies keyCopies;
    private final String version;

    @Activate
    public Backups(
            BundleContext context,
            @Reference(target = "(osgi.jndi.service.name=image2ai)") DataSource dataSource,
            @Reference AuditTrail audit,
            @Reference LiveStore store) {
        this(
                dataSource,
                audit,
                store::get,
                Folders.ofKaraf(),
                context.getBundle().getVersion().toString());
    }

    Backups(DataSource dataSource, AuditTrail audit, Supplier<ObjectStore> store, Folders folders, String version) {
        this.dataSource = dataSource;
        this.audit = audit;
        this.store = store;
        this.folders = folders;
        this.keyCopies = new KeyCopies(folders, Clock.systemUTC());
        this.version = version;
    }

    /** Makes a backup in a new file. */
    BackupReport create(Optional<String> name, String actor) {
        Instant now = Instant.now();
        Path file = name.map(folders::file).orElseGet(() -> folders.backup(now));
        if (Files.exists(file)) {
            throw PlatformException.conflict("file_exists", "The file " + file + " is there already.");
        }
        String target = file.getFileName().toString();
        audit.record(new AuditEntry(now, actor, "admin:backup:create", target, Map.of()));
        try (BackupWriter out = new BackupWriter(file)) {
            Manifest.Rows rows = tables(out);
            Manifest.Blobs blobs = blobs(out);
            Manifest manifest =
                    new Manifest(Manifest.FORMAT, version, now.toString(), rows, blobs, files(out), Manifest.NOTE);
            BackupReport report = BackupReport.of(file, out.finish(manifest), manifest);
            keyCopies.write(file);
            keyCopies.sweep(file.getParent());
            return report;
        } catch (IOException | SQLException e) {
            throw PlatformException.internal("backup_failed", "The backup could not be made: " + e.getMessage(), e);
        }
    }

    /** Proves a backup good. */
    BackupReport verify(String name) {
        Path file = folders.file(name);
        try (BackupReader reader = BackupReader.open(file)) {
            return BackupReport.of(file, Files.size(file), reader.manifest());
        } catch (IOException e) {
            throw PlatformException.internal("backup_failed", "The backup could not be read: " + e.getMessage(), e);
        }
    }

    private Manifest.Rows tables(BackupWriter out) throws IOException, SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (Connection snapshot = dataSource.getConnection()) {
            boolean h2 = snapshot.getMetaData().getDatabaseProductName().equals("H2");
            snapshot.setTransactionIsolation(h2 ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            snapshot.setAutoCommit(false);
            try {
                List<String> changeSets = Tables.changeSets(snapshot);
                for (Table table : Tables.live(snapshot).values()) {
                    String name = Names.table(table.name());
                    counts.put(table.name(), out.text(name, stream -> TableFile.write(snapshot, table, stream)));
                }
                return new Manifest.Rows(changeSets, counts);
            } finally {
                snapshot.rollback();
                snapshot.setAutoCommit(true);
            }
        }
    }

    private Manifest.Blobs blobs(BackupWriter out) throws IOException, SQLException {
        ObjectStore from = store.get();
        long count = 0;
        long bytes = 0;
        long gone = 0;
        Optional<String> cursor = Optional.empty();
        do {
            Page<StoredObject> page = from.list("", new PageRequest(cursor, PageRequest.MAX_LIMIT));
            for (StoredObject object : page.items()) {
                Optional<InputStream> content = open(from, object);
                if (content.isEmpty()) {
                    gone++;
                    continue;
                }
                try (InputStream in = content.get()) {
                    bytes += out.bytes(Names.BLOBS + object.key(), in);
                }
                count++;
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return new Manifest.Blobs(count, bytes, gone);
    }

    private static Optional<InputStream> open(ObjectStore store, StoredObject object) {
        try {
            return Optional.of(store.get(object.key(), 0, Long.MAX_VALUE));
        } catch (PlatformException e) {
            if (e.type() == ErrorType.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Manifest.Sums files(BackupWriter out) throws IOException, SQLException {
        for (Path file : folders.settings()) {
            add(out, Names.ETC, file);
        }
        for (Path file : folders.keyFiles()) {
            add(out, Names.KEYS, file);
        }
        long entries = out.entries();
        return new Manifest.Sums(entries, out.closeSums());
    }

    private static void add(BackupWriter out, String folder, Path file) throws IOException, SQLException {
        try (InputStream in = Files.newInputStream(file)) {
            out.text(folder + file.getFileName(), in::transferTo);
        }
    }
}
