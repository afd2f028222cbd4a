package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.Micros;
import org.image2ai.kit.Secrets;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of requests, and the unit that all of this package shares. */
@Component(service = RequestRows.class)
public final class RequestRows {
    private static final int LONGEST_REASON = 500;

    private final Store store;
    private final Transactions transactions;

    @Activate
    public RequestRows(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template,
            @Reference Transactions transactions) {
        schema.migrate(RequestRows.class);
        this.store = new Store(template);
        this.transactions = transactions;
    }

    Store store() {
        return store;
    }

    Transactions transactions() {
        return transactions;
    }

    /** One identity of several words, so long that none can be mistaken for others. */
    static String key(String... words) {
        return Secrets.hash(String.join("\u0000", words));
    }

    /** A reason as its column takes it. */
    static String cut(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    void add(Request request) {
        store.run(em -> {
            em.persist(RequestEntity.from(request));
            em.flush();
        });
    }

    Optional<Request> find(String id) {
        return look(id, RequestEntity::toRecord);
    }

    <T> Optional<T> look(String id, Function<RequestEntity, T> read) {
        return store.read(
                em -> Optional.ofNullable(em.find(RequestEntity.class, id)).map(read));
    }

    Request require(String id) {
        return find(id).orElseThrow(() -> PlatformException.notFound("request", id));
    }

    void change(String id, Consumer<RequestEntity> work) {
        store.run(em -> {
            work.accept(locked(em, id));
            em.flush();
        });
    }

    /** A request that nobody else moves on before the caller's transaction ends: what is read of it now still holds. */
    Request lock(String id) {
        return store.write(em -> locked(em, id).toRecord());
    }

    private static RequestEntity locked(EntityManager em, String id) {
        RequestEntity row = em.find(RequestEntity.class, id);
        if (row == null) {
            throw PlatformException.notFound("request", id);
        }
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }

    /** Those of an account, newest first. */
    Page<Request> list(Optional<AccountId> account, PageRequest page) {
        Keyset from = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        List<RequestEntity> rows = store.read(em -> {
            var query = em.createNamedQuery(
                    account.isPresent() ? "request.ofAccount" : "request.before", RequestEntity.class);
            account.ifPresent(id -> query.setParameter("account", id.value()));
            return query.setParameter("at", from.at())
                    .setParameter("id", from.id())
                    .setMaxResults(page.limit() + 1)
                    .getResultList();
        });
        return Keyset.page(rows, page.limit(), RequestEntity::keyset).map(RequestEntity::toRecord);
    }

    /** The request of a link that is still good. */
    Optional<Request> byLink(String token, Instant now) {
        if (!Secrets.isWellFormed(token)) {
            return Optional.empty();
        }
        return store.read(em -> em
                .createNamedQuery("request.byLink", RequestEntity.class)
                .setParameter("hash", Secrets.hash(token))
                .getResultList()
                .stream()
                .filter(row -> Micros.of(now) < row.linkUntil())
                .findFirst()
                .map(RequestEntity::toRecord));
    }

    /** Those that have something to do, or a deadline to be told of. */
    List<String> due(String query, Instant now, int most) {
        return store.read(em -> em.createNamedQuery(query, String.class)
                .setParameter("now", Micros.of(now))
                .setMaxResults(most)
                .getResultList());
    }

    /** Takes a request for a while, or goes on having it. @return whether nobody else has it */
    boolean claim(String id, String me, Instant now, Duration lease) {
        return store.write(em -> em.createNamedQuery("request.claim")
                        .setParameter("me", me)
                        .setParameter("until", Micros.of(now.plus(lease)))
                        .setParameter("id", id)
                        .setParameter("now", Micros.of(now))
                        .executeUpdate()
                > 0);
    }

    /** Says when a request is next looked at, unless somebody said otherwise meanwhile. */
    void schedule(String id, Instant seen, Optional<Instant> next) {
        store.run(em -> em.createNamedQuery("request.schedule")
                .setParameter("next", next.map(Micros::of).orElse(null))
                .setParameter("id", id)
                .setParameter("seen", Micros.of(seen))
                .executeUpdate());
    }
}
