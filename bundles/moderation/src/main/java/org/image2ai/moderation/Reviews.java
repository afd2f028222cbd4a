package org.image2ai.moderation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.storage.SubjectVault;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of reviews and of what people let through. A state changes by a conditional update only. */
@Component(service = Reviews.class)
public final class Reviews {
    private final Store store;
    private final ReviewWords words;

    private final ErasureFence fence;

    @Activate
    public Reviews(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=moderation)") JpaTemplate template,
            @Reference SubjectVault vault,
            @Reference LiveFence fence) {
        this.fence = fence;
        schema.migrate(Reviews.class);
        store = new Store(template);
        words = new ReviewWords(vault);
    }

    Store store() {
        return store;
    }

    void add(Review review) {
        store.run(em -> {
            fence.requireOpen(review.account());
            em.persist(ReviewEntity.from(review, words));
        });
    }

    Optional<Review> find(String id) {
        return store.read(
                em -> Optional.ofNullable(em.find(ReviewEntity.class, id)).map(row -> {
                    em.refresh(row);
                    return row.toRecord(words);
                }));
    }

    Review require(String id) {
        return find(id).orElseThrow(() -> PlatformException.notFound("review", id));
    }

    Page<Review> list(AccountId account, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        return page(page, after, em -> em.createNamedQuery("review.ofAccount", ReviewEntity.class)
                .setParameter("account", account.value()));
    }

    /** Those in some states, those that wait longest first. */
    Page<Review> list(Collection<Review.State> states, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MIN_VALUE, ""));
        return page(page, after, em -> em.createNamedQuery("review.inStates", ReviewEntity.class)
                .setParameter("states", names(states)));
    }

    private interface Query {
        TypedQuery<ReviewEntity> of(javax.persistence.EntityManager em);
    }

    private Page<Review> page(PageRequest page, Keyset after, Query query) {
        return store.read(em -> Keyset.page(
                        query.of(em)
                                .setParameter("at", after.at())
                                .setParameter("id", after.id())
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        ReviewEntity::keyset)
                .map(row -> row.toRecord(words)));
    }

    private static List<String> names(Collection<Review.State> states) {
        return states.stream().map(Enum::name).toList();
    }

    /** The last review of the same content that did not end well. */
    Optional<Review> same(AccountId account, String hash, Instant since) {
        return store.read(em -> em
                .createNamedQuery("review.ofContent", ReviewEntity.class)
                .setParameter("account", account.value())
                .setParameter("hash", hash)
                .setParameter("since", Micros.of(since))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> row.toRecord(words)));
    }

    boolean appeal(Review review, String why, Instant now) {
        return store.write(em -> em.createNamedQuery("review.appeal")
                        .setParameter("id", review.id())
                        .setParameter("account", review.account().value())
                        .setParameter("appeal", words.seal(review.account(), why))
                        .setParameter("now", Micros.of(now))
                        .executeUpdate()
                == 1);
    }

    boolean decide(Review review, Review.State state, String note, Instant now) {
        return store.write(em -> em.createNamedQuery("review.decide")
                        .setParameter("id", review.id())
                        .setParameter("before", review.state().name())
                        .setParameter("state", state.name())
                        .setParameter("note", words.seal(review.account(), note))
                        .setParameter("now", Micros.of(now))
                        .executeUpdate()
                == 1);
    }

    void became(String id, AssetId asset) {
        store.run(em -> em.createNamedQuery("review.became")
                .setParameter("id", id)
                .setParameter("asset", asset.value())
                .executeUpdate());
    }

    /** Those in some states that are older than an instant. */
    List<Review> over(Collection<Review.State> states, Instant before, List<String> frozen, int limit) {
        return store.read(em -> em
                .createNamedQuery("review.over", ReviewEntity.class)
                .setParameter("states", names(states))
                .setParameter("before", Micros.of(before))
                .setParameter("frozen", frozen)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> row.toRecord(words))
                .toList());
    }

    boolean remove(String id) {
        return store.write(em ->
                em.createNamedQuery("review.remove").setParameter("id", id).executeUpdate() == 1);
    }

    void clear(AccountId account, String hash, Instant now) {
        store.run(em -> {
            fence.requireOpen(account);
            em.merge(ClearanceEntity.of(account, hash, Micros.of(now)));
        });
    }

    boolean isCleared(AccountId account, String hash) {
        return store.read(em -> em.find(ClearanceEntity.class, ClearanceEntity.id(account, hash)) != null);
    }

    void forgetClearances(AccountId account) {
        store.run(em -> em.createNamedQuery("clearance.remove")
                .setParameter("account", account.value())
                .executeUpdate());
    }

    int sweepClearances(Instant before, List<String> frozen) {
        return store.write(em -> em.createNamedQuery("clearance.sweep")
                .setParameter("before", Micros.of(before))
                .setParameter("frozen", frozen)
                .executeUpdate());
    }
}
