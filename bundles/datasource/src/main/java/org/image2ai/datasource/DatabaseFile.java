package org.image2ai.datasource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of the built-in database, and the wish that it is written anew without what was deleted from it. */
final class DatabaseFile {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);

    private final Path database;
    private final Path wish;

    /** @param database as H2 names it, without what it adds */
    DatabaseFile(Path database) {
        this.database = database;
        this.wish = database.resolveSibling(database.getFileName() + ".purge");
    }

    static DatabaseFile usual() {
        return new DatabaseFile(Path.of(System.getProperty("karaf.data", "data"), "db", "image2ai"));
    }

    String url() {
        return "jdbc:h2:file:" + database;
    }

    /** Outlives a kill. */
    void wishPurge() throws IOException {
        Files.createDirectories(wish.getParent());
        Files.writeString(wish, "");
    }

    /**
     * Ends the database, also for those who have not let go of it yet, and writes the file anew, if that is wished. What
     * they hold would keep it open until the process ends, when H2 finds none of its classes any more.
     *
     * @param opener gives connections to it
     * @param flush what writes it meanwhile, and is closed
     */
    void close(DataSource opener, GroupFlush flush) throws SQLException {
        try (Connection last = opener.getConnection().unwrap(Connection.class);
                Statement statement = last.createStatement()) {
            flush.close();
            statement.execute("SHUTDOWN");
        }
        purge(opener);
    }

    /**
     * Writes the file anew, if that is wished; nobody else may have it open. It is opened and closed first: what a kill
     * left half done is to be ended by its own numbers of maps, which are others in a file that was written anew. H2 puts
     * the new one in the place of the old one at once, so a kill leaves one of them whole, and the wish.
     */
    void purge(DataSource opener) {
        if (!Files.exists(wish)) {
            return;
        }
        long began = System.nanoTime();
        Path file = Path.of(database + ".mv.db");
        try {
            try (Connection whole = opener.getConnection()) {
                RecoveredCommits.end(whole.unwrap(Connection.class));
            }
            MVStoreTool.compact(file.toString(), false);
            Files.delete(wish);
            LOG.info(
                    "The database was written anew without what was deleted, in {} ms.",
                    (System.nanoTime() - began) / 1_000_000);
        } catch (MVStoreException | SQLException | IOException e) {
            LOG.warn("What was deleted could not be removed from {}; it is tried again at the next start.", file, e);
        }
    }
}
