package org.image2ai.admin.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.image2ai.api.PlatformException;

/** A table as a file: JSON lines, the first with the names of the columns, then one array for each row. */
final class TableFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FETCH = 500;

    private TableFile() {}

    /** Writes all rows that the transaction sees. @return how many */
    static long write(Connection snapshot, Table table, OutputStream out) throws SQLException, IOException {
        long count = 0;
        try (Statement statement = snapshot.createStatement();
                JsonGenerator json = JSON.getFactory()
                        .createGenerator(out)
                        .setRootValueSeparator(null)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartArray();
            for (Table.Column column : table.columns()) {
                json.writeString(column.name());
            }
            json.writeEndArray();
            json.writeRaw('\n');
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(table.select())) {
                for (; rows.next(); count++) {
                    writeRow(table, rows, json);
                }
            }
        }
        return count;
    }

    private static void writeRow(Table table, ResultSet row, JsonGenerator json) throws SQLException, IOException {
        json.writeStartArray();
        int index = 0;
        for (Table.Column column : table.columns()) {
            index++;
            if (row.getObject(index) == null) {
                json.writeNull();
            } else {
                column.kind().write(row, index, json);
            }
        }
        json.writeEndArray();
        json.writeRaw('\n');
    }

    /** The columns of the file, as the table has them now. */
    static List<Table.Column> columns(Table table, InputStream in) throws IOException {
        try (JsonParser lines = JSON.getFactory().createParser(in)) {
            return columns(table, lines);
        }
    }

    private static List<Table.Column> columns(Table table, JsonParser lines) throws IOException {
        List<Table.Column> columns = new ArrayList<>();
        for (JsonNode name : lines.<JsonNode>readValueAsTree()) {
            columns.add(table.column(name.asText())
                    .orElseThrow(() -> PlatformException.conflict(
                            "backup_newer",
                            "The backup has the column " + table.name() + "." + name.asText()
                                    + ", which this server does not have: it was made by a newer version.")));
        }
        table.columns().stream()
                .filter(column -> column.required() && !columns.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw PlatformException.conflict(
                            "backup_older",
                            "The column " + table.name() + "." + column.name() + " is new since this backup and must"
                                    + " be filled: restore with the version that made it, then upgrade.");
                });
        return columns;
    }

    /** Adds all rows of a file to a table. @return how many */
    static long read(Connection connection, Table table, InputStream in) throws SQLException, IOException {
        try (JsonParser lines = JSON.getFactory().createParser(in)) {
            List<Table.Column> columns = columns(table, lines);
            List<String> names = columns.stream().map(Table.Column::name).toList();
            String sql = "INSERT INTO " + table.name() + " (" + String.join(", ", names) + ") VALUES ("
                    + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                return insertAll(insert, columns, lines);
            }
        }
    }

    private static long insertAll(PreparedStatement insert, List<Table.Column> columns, JsonParser lines)
            throws SQLException, IOException {
        long count = 0;
        for (JsonNode row = lines.readValueAsTree(); row != null; row = lines.readValueAsTree()) {
            for (int i = 0; i < columns.size(); i++) {
                set(insert, i + 1, columns.get(i), row.get(i));
            }
            insert.addBatch();
            if (++count % FETCH == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        return count;
    }

    private static void set(PreparedStatement insert, int index, Table.Column column, JsonNode content)
            throws SQLException, IOException {
        if (content.isNull()) {
            insert.setNull(index, column.sqlType());
        } else {
            column.kind().set(insert, index, content);
        }
    }
}
