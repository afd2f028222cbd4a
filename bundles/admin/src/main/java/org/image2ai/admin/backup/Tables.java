package org.image2ai.admin.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables of the platform: all in its schema but Liquibase's own two. A list by name would forget the tables of
 * the next concern; so the schema must be the platform's alone.
 */
final class Tables {
    private static final String CHANGE_LOG = "databasechangelog";

    private Tables() {}

    /** All tables, each behind those that it refers to. */
    static Map<String, Table> live(Connection connection) throws SQLException {
        Map<String, Table> byName = new TreeMap<>();
        for (String name : names(connection)) {
            if (!name.startsWith(CHANGE_LOG)) {
                byName.put(name, new Table(name, columns(connection, name)));
            }
        }
        Map<String, Table> ordered = new LinkedHashMap<>();
        for (String name : byName.keySet()) {
            addBehindParents(connection, name, byName, ordered, new LinkedHashSet<>());
        }
        return ordered;
    }

    private static Set<String> names(Connection connection) throws SQLException {
        String sql = "SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'";
        Set<String> names = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(lower(rows.getString(1)));
            }
        }
        return names;
    }

    private static List<Table.Column> columns(Connection connection, String table) throws SQLException {
        List<Table.Column> columns = new ArrayList<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getColumns(connection.getCatalog(), schema(connection), stored(connection, table), "%")) {
            while (rows.next()) {
                // An underscore in the name of a table is a wildcard here.
                if (lower(rows.getString("TABLE_NAME")).equals(table)) {
                    columns.add(column(table, rows));
                }
            }
        }
        return columns;
    }

    private static Table.Column column(String table, ResultSet row) throws SQLException {
        String name = lower(row.getString("COLUMN_NAME"));
        int type = row.getInt("DATA_TYPE");
        boolean nullable = row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
        boolean filled = row.getString("COLUMN_DEF") != null || "YES".equals(row.getString("IS_AUTOINCREMENT"));
        return new Table.Column(name, ColumnKind.of(type, table + "." + name), type, !nullable && !filled);
    }

    private static void addBehindParents(
            Connection connection, String name, Map<String, Table> all, Map<String, Table> done, Set<String> on)
            throws SQLException {
        if (done.containsKey(name) || !all.containsKey(name) || !on.add(name)) {
            return;
        }
        for (String parent : parents(connection, name)) {
            addBehindParents(connection, parent, all, done, on);
        }
        done.put(name, all.get(name));
    }

    private static List<String> parents(Connection connection, String table) throws SQLException {
        List<String> parents = new ArrayList<>();
        try (ResultSet keys = connection
                .getMetaData()
                .getImportedKeys(connection.getCatalog(), schema(connection), stored(connection, table))) {
            while (keys.next()) {
                parents.add(lower(keys.getString("PKTABLE_NAME")));
            }
        }
        return parents;
    }

    /** The change sets that made the tables: what tells a newer server from an older one. */
    static List<String> changeSets(Connection connection) throws SQLException {
        List<String> ids = new ArrayList<>();
        if (!names(connection).contains(CHANGE_LOG)) {
            return ids;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id FROM " + CHANGE_LOG + " ORDER BY id")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CURRENT_SCHEMA")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String stored(Connection connection, String name) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
