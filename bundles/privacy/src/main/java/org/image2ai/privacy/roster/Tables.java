package org.image2ai.privacy.roster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tables of the platform's database, beyond what any bundle sees of them. Names come from declarations, in lower case;
 * what is asked is the table or the column that the database has of that name, in its own spelling, on H2 as on PostgreSQL.
 */
@Component(service = Tables.class)
public final class Tables {
    private final Store store;

    @Activate
    public Tables(@Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template) {
        this.store = new Store(template);
    }

    /** All of them, in lower case; one of another schema than the platform's with that before it. */
    Set<String> all() {
        return store.read(em -> rows(em.createNativeQuery("SELECT table_name, CASE WHEN table_schema = CURRENT_SCHEMA"
                        + " THEN '' ELSE CONCAT(table_schema, '.') END FROM information_schema.tables"
                        + " WHERE table_type LIKE '%TABLE'"
                        + " AND LOWER(table_schema) NOT IN ('information_schema', 'pg_catalog')"))
                .map(row -> (text(row[1]) + text(row[0])).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * A column as the database spells it.
     *
     * @param table its table, to be put into a query as it is
     * @param name in lower case
     * @param words what to compare with a text
     */
    private record Column(String table, String name, String words) {
        static Column of(Object[] row) {
            String quoted = quoted(text(row[1]));
            String type = text(row[2]).toLowerCase(Locale.ROOT);
            boolean isText = type.startsWith("character") || type.equals("text");
            return new Column(
                    quoted(text(row[0])),
                    text(row[1]).toLowerCase(Locale.ROOT),
                    isText ? quoted : "CAST(" + quoted + " AS VARCHAR(255))");
        }

        private static String quoted(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }

    private static String text(Object cell) {
        return String.valueOf(cell);
    }

    private static Stream<Object[]> rows(Query query) {
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
    }

    /** The columns of a table, and of others whose names differ in the case of letters only. */
    private static List<Column> columns(EntityManager em, String table) {
        return rows(em.createNativeQuery("SELECT table_name, column_name, data_type FROM information_schema.columns"
                                + " WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) = ?"
                                + " ORDER BY table_name, ordinal_position")
                        .setParameter(1, table))
                .map(Column::of)
                .toList();
    }

    boolean isEmpty(String table) {
        return store.read(em -> columns(em, table).stream()
                .map(Column::table)
                .distinct()
                .allMatch(one -> number(em.createNativeQuery("SELECT COUNT(*) FROM " + one)) == 0));
    }

    /** How many rows of a table name a subject in one of some columns. */
    long count(String table, List<String> keys, AccountId subject) {
        return store.read(em -> wheres(em, table, keys).entrySet().stream()
                .mapToLong(one -> number(bound(
                        em.createNativeQuery("SELECT COUNT(*) FROM " + one.getKey() + where(one.getValue())),
                        one.getValue().size(),
                        subject)))
                .sum());
    }

    /** Removes the rows of a table that name a subject in one of some columns. */
    long erase(String table, List<String> keys, AccountId subject) {
        return store.write(em -> wheres(em, table, keys).entrySet().stream()
                .mapToLong(one -> bound(
                                em.createNativeQuery("DELETE FROM " + one.getKey() + where(one.getValue())),
                                one.getValue().size(),
                                subject)
                        .executeUpdate())
                .sum());
    }

    /** What is compared with a subject, by table. */
    private static Map<String, List<Column>> wheres(EntityManager em, String table, List<String> keys) {
        return columns(em, table).stream()
                .filter(column -> keys.contains(column.name()))
                .collect(Collectors.groupingBy(Column::table));
    }

    private static String where(List<Column> columns) {
        return columns.stream()
                .map(column -> column.words() + " = ?")
                .collect(Collectors.joining(" OR ", " WHERE ", ""));
    }

    private static Query bound(Query query, int parameters, AccountId subject) {
        for (int i = 1; i <= parameters; i++) {
            query.setParameter(i, subject.value());
        }
        return query;
    }

    private static long number(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
