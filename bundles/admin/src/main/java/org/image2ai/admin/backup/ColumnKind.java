package org.image2ai.admin.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.image2ai.api.PlatformException;

/** What a column holds, the same on every database, and how it goes to JSON and back. */
enum ColumnKind {
    INTEGER {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeNumber(row.getLong(index));
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException {
            insert.setLong(index, content.longValue());
        }
    },
    DOUBLE {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeNumber(row.getDouble(index));
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException {
            insert.setDouble(index, content.asDouble());
        }
    },
    DECIMAL {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeString(row.getBigDecimal(index).toPlainString());
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException {
            insert.setBigDecimal(index, new BigDecimal(content.asText()));
        }
    },
    BOOLEAN {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeBoolean(row.getBoolean(index));
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException {
            insert.setBoolean(index, content.booleanValue());
        }
    },
    TEXT {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeString(row.getString(index));
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException {
            insert.setString(index, content.asText());
        }
    },
    BINARY {
        @Override
        void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException {
            out.writeBinary(row.getBytes(index));
        }

        @Override
        void set(PreparedStatement insert, int index, JsonNode content) throws SQLException, IOException {
            insert.setBytes(index, content.binaryValue());
        }
    };

    /** Writes a column that is not null. */
    abstract void write(ResultSet row, int index, JsonGenerator out) throws SQLException, IOException;

    /** Sets a parameter to what is not null. */
    abstract void set(PreparedStatement insert, int index, JsonNode content) throws SQLException, IOException;

    /** The kind of a type of JDBC. A type that is not of the house is refused rather than kept in part. */
    static ColumnKind of(int sqlType, String column) {
        return switch (sqlType) {
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT, Types.TINYINT -> INTEGER;
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> DOUBLE;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            default ->
                throw PlatformException.internal(
                        "unsupported_column",
                        "The column " + column + " is of a type that a backup cannot hold.",
                        null);
        };
    }
}
