package org.image2ai.admin.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table as the database has it now.
 *
 * @param name lower case
 * @param columns in their order
 */
record Table(String name, List<Column> columns) {
    /**
     * A column.
     *
     * @param name lower case
     * @param kind what it holds
     * @param sqlType the type of JDBC, for nulls
     * @param required whether a row cannot be without it: it may not be null and has no default
     */
    record Column(String name, ColumnKind kind, int sqlType, boolean required) {}

    Table {
        columns = List.copyOf(columns);
    }

    Optional<Column> column(String wanted) {
        return columns.stream().filter(c -> c.name().equals(wanted)).findFirst();
    }

    String select() {
        return "SELECT " + columns.stream().map(Column::name).collect(Collectors.joining(", ")) + " FROM " + name;
    }
}
