package org.image2ai.karaf;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/** Looks into the database and the store of a server that is stopped: do jobs, money, rows and files agree? */
final class Books implements AutoCloseable {
    private final Path home;
    private final Connection connection;

    Books(Distribution server) throws SQLException {
        home = server.home();
        String url = "jdbc:h2:file:" + home.resolve("data/db/image2ai") + ";IFEXISTS=TRUE";
        connection = DriverManager.getConnection(url, "image2ai", "");
    }

    long count(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void none(String what, String sql) throws SQLException {
        assertEquals(what, 0, count(sql));
    }

    /** Every job has ended once, with its money. */
    void assertJobsAndMoneyAgree() throws SQLException {
        none("jobs that did not end", "SELECT COUNT(*) FROM gen_job WHERE ended_at IS NULL");
        none("holds that did not end", "SELECT COUNT(*) FROM bil_hold WHERE state = 'HELD'");
        none("credits that are still held", "SELECT COALESCE(SUM(held), 0) FROM bil_bucket");
        none(
                "holds without their job",
                "SELECT COUNT(*) FROM bil_hold h WHERE NOT EXISTS (SELECT 1 FROM gen_job j WHERE j.hold_id = h.id)");
        none(
                "jobs without their hold",
                "SELECT COUNT(*) FROM gen_job j WHERE NOT EXISTS (SELECT 1 FROM bil_hold h WHERE h.id = j.hold_id)");
        none(
                "successes that were not paid, or failures that were",
                "SELECT COUNT(*) FROM gen_job j JOIN bil_hold h ON h.id = j.hold_id"
                        + " WHERE (j.state = 'SUCCEEDED') <> (h.state = 'SETTLED')");
        none(
                "jobs that were paid twice",
                "SELECT COUNT(*) FROM (SELECT reference FROM bil_posting WHERE kind = 'spend'"
                        + " GROUP BY reference HAVING COUNT(*) > 1) t");
        none(
                "postings that do not add up",
                "SELECT COUNT(*) FROM (SELECT posting_id FROM bil_leg GROUP BY posting_id"
                        + " HAVING SUM(credits) <> 0) t");
        none(
                "buckets that are not what was posted",
                "SELECT COUNT(*) FROM bil_bucket b WHERE b.balance <>"
                        + " COALESCE((SELECT SUM(l.credits) FROM bil_leg l WHERE l.ledger = b.id), 0)");
        assertEquals(
                "one picture, one credit",
                count("SELECT COUNT(*) FROM lib_asset WHERE origin = 'RESULT'"),
                count("SELECT COALESCE(SUM(spent), 0) FROM bil_hold"));
    }

    long assets() throws SQLException {
        return count("SELECT COUNT(*) FROM lib_asset");
    }

    /** Files in the store, of whatever kind. */
    static long files(Path home) {
        try (Stream<Path> all = Files.walk(home.resolve("data/blobs"))) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
