package org.image2ai.library;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.CallContext;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.library.Asset;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.storage.ObjectKey;
import org.image2ai.api.storage.SubjectVault;
import org.image2ai.kit.jpa.Newest;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of assets. */
@Component(service = Assets.class)
public final class Assets {
    /** An asset and where its file lies. */
    record Filed(Asset asset, ObjectKey file) {}

    private final Store store;
    private final LineageWords words;

    private final ErasureFence fence;

    @Activate
    public Assets(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=library)") JpaTemplate template,
            @Reference SubjectVault vault,
            @Reference LiveFence fence) {
        this.fence = fence;
        schema.migrate(Assets.class);
        store = new Store(template);
        words = new LineageWords(vault);
    }

    void add(Asset asset, ObjectKey file) {
        store.run(em -> {
            fence.requireOpen(asset.owner());
            em.persist(AssetEntity.from(asset, file, words));
        });
    }

    Optional<Filed> find(AssetId id) {
        return store.read(em -> Optional.ofNullable(em.find(AssetEntity.class, id.value()))
                .map(row -> new Filed(row.toRecord(words), row.blobKey())));
    }

    /** The asset, if it is the caller's. */
    Filed require(CallContext context, AssetId id) {
        Filed filed = find(id).orElseThrow(() -> PlatformException.notFound("asset", id.value()));
        context.requireOwner(filed.asset().owner(), "asset", id.value());
        return filed;
    }

    Page<Asset> list(AccountId owner, PageRequest page) {
        return store.read(em -> Newest.page(
                        em.createNamedQuery("asset.page", AssetEntity.class), owner, page, AssetEntity::keyset)
                .map(row -> row.toRecord(words)));
    }

    /** Times and ids of an account's assets of one origin. */
    Page<Keyset> keys(AccountId owner, Asset.Origin origin, PageRequest page) {
        return store.read(em -> Newest.keys(
                em.createNamedQuery("asset.keys", Object[].class).setParameter("origin", origin.name()), owner, page));
    }

    /** The newest assets of everybody, for the shell. */
    List<Asset> newest(int limit) {
        return store.read(
                em -> em.createNamedQuery("asset.all", AssetEntity.class).setMaxResults(limit).getResultList().stream()
                        .map(row -> row.toRecord(words))
                        .toList());
    }

    /** Which of these keys hold the file of an asset of an account. */
    Set<String> blobs(AccountId owner, Collection<String> keys) {
        return among("asset.blobs", owner, keys);
    }

    /** Which of these are ids of assets of an account. */
    Set<String> ids(AccountId owner, Collection<String> ids) {
        return among("asset.ids", owner, ids);
    }

    private Set<String> among(String query, AccountId owner, Collection<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        return store.read(em -> Set.copyOf(em.createNamedQuery(query, String.class)
                .setParameter("owner", owner.value())
                .setParameter("names", names)
                .getResultList()));
    }

    /** Removes one; of many who do so at once, one has done it. */
    boolean remove(AssetId id) {
        return store.write(em -> em.createNamedQuery("asset.remove")
                        .setParameter("id", id.value())
                        .executeUpdate()
                > 0);
    }
}
