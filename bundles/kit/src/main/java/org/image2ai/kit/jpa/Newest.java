package org.image2ai.kit.jpa;

import java.util.function.Function;
import javax.persistence.TypedQuery;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.paging.Keyset;

/**
 * Pages of what an account has, the newest first. Such a query reads {@code WHERE owner = :owner AND created <= :at AND
 * (created < :at OR id < :id) ORDER BY owner, created DESC, id DESC} over an index of just that order: then H2 reads the
 * rows of the page and no others, else it sorts all that the account has for every page.
 */
public final class Newest {
    private Newest() {}

    /** One page. @param keyset where a row is in the order */
    public static <T> Page<T> page(
            TypedQuery<T> query, AccountId owner, PageRequest page, Function<? super T, Keyset> keyset) {
        Keyset behind = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        return Keyset.page(
                query.setParameter("owner", owner.value())
                        .setParameter("at", behind.at())
                        .setParameter("id", behind.id())
                        .setMaxResults(page.limit() + 1)
                        .getResultList(),
                page.limit(),
                keyset);
    }

    /** One page of a query that selects the time and the id only. */
    public static Page<Keyset> keys(TypedQuery<Object[]> query, AccountId owner, PageRequest page) {
        return page(query, owner, page, Newest::key).map(Newest::key);
    }

    private static Keyset key(Object... row) {
        return new Keyset((Long) row[0], (String) row[1]);
    }
}
