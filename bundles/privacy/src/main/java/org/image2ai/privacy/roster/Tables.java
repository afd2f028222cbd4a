package org.image2ai.privacy.roster;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The tables of the platform's database, beyond what any bundle sees of them. Names come from declarations and are used
 * only where the database has a table or a column of that very name.
 */
@Component(service = Tables.class)
public final class Tables {
    private final Store store;

    @Activate
    public Tables(@Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template) {
        this.store = new Store(template);
    }

    /** All of them, in lower case. */
    Set<String> all() {
        return store.read(em -> names(em.createNativeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = CURRENT_SCHEMA AND table_type LIKE '%TABLE'")));
    }

    private static Set<String> names(Query query) {
        return ((List<?>) query.getResultList())
                .stream()
                        .map(row -> String.valueOf(row instanceof Object[] cells ? cells[0] : row)
                                .toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> columns(EntityManager em, String table) {
        return names(em.createNativeQuery("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = CURRENT_SCHEMA AND LOWER(table_name) = ?")
                .setParameter(1, table));
    }

    boolean isEmpty(String table) {
        return store.read(
                em -> columns(em, table).isEmpty() || rows(em.createNativeQuery("SELECT COUNT(*) FROM " + table)) == 0);
    }

    /** How many rows of a table name a subject in one of some columns. */
    long count(String table, List<String> keys, AccountId subject) {
        return store.read(em -> {
            String where = where(columns(em, table), keys);
            return where.isEmpty()
                    ? 0L
                    : rows(bound(em.createNativeQuery("SELECT COUNT(*) FROM " + table + where), where, subject));
        });
    }

    /** Removes the rows of a table that name a subject in one of some columns. */
    long erase(String table, List<String> keys, AccountId subject) {
        return store.write(em -> {
            String where = where(columns(em, table), keys);
            return where.isEmpty()
                    ? 0L
                    : (long) bound(em.createNativeQuery("DELETE FROM " + table + where), where, subject)
                            .executeUpdate();
        });
    }

    private static String where(Set<String> columns, List<String> keys) {
        List<String> held = keys.stream().filter(columns::contains).distinct().toList();
        return held.isEmpty() ? "" : " WHERE " + String.join(" = ? OR ", held) + " = ?";
    }

    private static Query bound(Query query, String where, AccountId subject) {
        int parameters = (int) where.chars().filter(c -> c == '?').count();
        for (int i = 1; i <= parameters; i++) {
            query.setParameter(i, subject.value());
        }
        return query;
    }

    private static long rows(Query query) {
        return ((Number) query.getSingleResult()).longValue();
    }
}
