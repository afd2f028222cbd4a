package org.image2ai.admin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.image2ai.api.PlatformException;

/** The tables of a backup in the database of a server, which may be newer than the backup. */
final class RestoredTables {
    private final BackupReader backup;
    private final List<Table> tables = new ArrayList<>();
    private final List<String> leftAlone = new ArrayList<>();

    /** Looks whether everything has its place, and changes nothing. */
    RestoredTables(BackupReader backup, Connection connection) throws SQLException, IOException {
        this.backup = backup;
        requireIdle(connection);
        requireChangeSets(connection);
        Map<String, Table> live = Tables.live(connection);
        Map<String, Long> counts = backup.manifest().tables();
        counts.keySet().stream()
                .filter(name -> !live.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw PlatformException.conflict(
                            "backup_newer", "The backup has the table " + name + ", which this server does not have.");
                });
        for (Table table : live.values()) {
            if (!counts.containsKey(table.name())) {
                leftAlone.add(table.name());
                continue;
            }
            tables.add(table);
            try (InputStream in = backup.open(Names.table(table.name()))) {
                TableFile.columns(table, in);
            }
        }
    }

    /** A job that runs would end in rows that are no more. */
    private static void requireIdle(Connection connection) throws SQLException {
        if (Tables.live(connection).containsKey("gen_job")
                && Tables.count(connection, "gen_job WHERE ended_at IS NULL") > 0) {
            throw PlatformException.conflict(
                    "jobs_running", "Jobs wait or run: wait for their end, or cancel them (image2ai:job-list).");
        }
    }

    private void requireChangeSets(Connection connection) throws SQLException {
        List<String> known = Tables.changeSets(connection);
        backup.manifest().database().changeSets().stream()
                .filter(id -> !known.contains(id))
                .findFirst()
                .ifPresent(id -> {
                    throw PlatformException.conflict(
                            "backup_newer",
                            "The backup was made with the change set " + id + ", which this server does not have.");
                });
    }

    /** Empties the tables and fills them, in the caller's transaction. @return how many rows */
    long fill(Connection connection) throws SQLException, IOException {
        List<Table> children = new ArrayList<>(tables);
        Collections.reverse(children);
        try (Statement statement = connection.createStatement()) {
            for (Table table : children) {
                statement.executeUpdate("DELETE FROM " + table.name());
            }
        }
        long rows = 0;
        for (Table table : tables) {
            try (InputStream in = backup.open(Names.table(table.name()))) {
                long filled = TableFile.read(connection, table, in);
                require(filled == backup.manifest().tables().get(table.name()), table, "has lost rows");
                rows += filled;
            }
        }
        for (Table table : tables) {
            long wanted = backup.manifest().tables().get(table.name());
            require(Tables.count(connection, table.name()) == wanted, table, "was written to meanwhile");
        }
        return rows;
    }

    private static void require(boolean good, Table table, String otherwise) {
        if (!good) {
            throw PlatformException.conflict(
                    "restore_disturbed", "The table " + table.name() + " " + otherwise + "; nothing was changed.");
        }
    }

    int size() {
        return tables.size();
    }

    List<String> leftAlone() {
        return List.copyOf(leftAlone);
    }
}
