package org.image2ai.kit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Which change logs were applied, as they are to the byte: a warm start need not wake Liquibase to hear that there is
 * nothing to do. The table's name begins as Liquibase's own do, for like those it is no part of a backup.
 */
final class AppliedFiles {
    private static final String TABLE = "databasechangelog_files";

    private final String name;
    private final String sha256;

    /** @param loader where the change log lies */
    AppliedFiles(ClassLoader loader, String name) {
        this.name = name;
        this.sha256 = sha256(loader, name);
    }

    private static String sha256(ClassLoader loader, String name) {
        try (InputStream in = loader.getResourceAsStream(name)) {
            // One that is not there is Liquibase's to complain of.
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this very file was applied before. */
    boolean has(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return false;
        }
        String sql = "SELECT 1 FROM " + TABLE + " WHERE name = ? AND sha256 = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            query.setString(2, sha256);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static boolean isThere(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        String stored = connection.getMetaData().storesUpperCaseIdentifiers() ? TABLE.toUpperCase(Locale.ROOT) : TABLE;
        try (ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), schema, stored, null)) {
            return tables.next();
        }
    }

    /** Keeps that it was. */
    void keep(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE
                    + " (name varchar(255) PRIMARY KEY, sha256 varchar(64) NOT NULL)");
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE name = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO " + TABLE + " VALUES (?, ?)")) {
            delete.setString(1, name);
            delete.executeUpdate();
            insert.setString(1, name);
            insert.setString(2, sha256);
            insert.executeUpdate();
        }
    }
}
