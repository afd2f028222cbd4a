package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of copies and of their parts. */
@Component(service = ExportRows.class)
public final class ExportRows {
    private static final int MANY = 100;

    private final Store store;

    @Activate
    public ExportRows(@Reference Schema schema, @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template) {
        schema.migrate(ExportRows.class);
        store = new Store(template);
    }

    void add(ExportEntity row) {
        store.run(em -> em.persist(row));
    }

    Optional<Export> find(String id) {
        return store.read(
                em -> Optional.ofNullable(em.find(ExportEntity.class, id)).map(row -> {
                    em.refresh(row);
                    return row.toRecord();
                }));
    }

    Optional<Export> ofRequest(String request) {
        return store
                .read(em -> list(em.createNamedQuery("export.ofRequest", ExportEntity.class)
                        .setParameter("request", request)))
                .stream()
                .findFirst();
    }

    Page<Export> list(AccountId account, PageRequest page) {
        Keyset after = Keyset.decode(page.cursor()).orElse(new Keyset(Long.MAX_VALUE, ""));
        return store.read(em -> Keyset.page(
                        em.createNamedQuery("export.ofAccount", ExportEntity.class)
                                .setParameter("account", account.value())
                                .setParameter("at", after.at())
                                .setParameter("id", after.id())
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        ExportEntity::keyset)
                .map(ExportEntity::toRecord));
    }

    /** Those that can be worked on. */
    List<Export> due(Instant now) {
        return store.read(
                em -> list(em.createNamedQuery("export.due", ExportEntity.class).setParameter("now", Micros.of(now))));
    }

    /** Those whose end nobody was told of. */
    List<Export> untold() {
        return store.read(em -> list(em.createNamedQuery("export.untold", ExportEntity.class)));
    }

    /** Those that expired. */
    List<Export> over(Instant now) {
        return store.read(em ->
                list(em.createNamedQuery("export.over", ExportEntity.class).setParameter("now", Micros.of(now))));
    }

    private static List<Export> list(TypedQuery<ExportEntity> query) {
        return query.setMaxResults(MANY).getResultList().stream()
                .map(ExportEntity::toRecord)
                .toList();
    }

    List<PartRow> parts(String id) {
        return store.read(em ->
                em
                        .createNamedQuery("part.ofExport", PartEntity.class)
                        .setParameter("export", id)
                        .getResultList()
                        .stream()
                        .map(PartEntity::toRecord)
                        .toList());
    }

    /**
     * Writes that a part is durable and where the next begins.
     *
     * @param part none where a step held nothing
     * @return whether the copy is still wanted, and nobody else went on with it
     */
    boolean advance(Export export, Optional<PartRow> part, Export.Progress to) {
        return store.write(em -> {
            if (!isOne(progress(em.createNamedQuery("export.advance"), to)
                    .setParameter("id", export.id())
                    .setParameter("before", export.progress().parts()))) {
                return false;
            }
            part.ifPresent(row -> em.persist(PartEntity.of(export.id(), row)));
            return true;
        });
    }

    private static Query progress(Query query, Export.Progress to) {
        return query.setParameter("step", to.step())
                .setParameter("cursor", to.cursor().orElse(""))
                .setParameter("inStep", to.inStep())
                .setParameter("items", to.items())
                .setParameter("gaps", to.gaps())
                .setParameter("parts", to.parts())
                .setParameter("missing", Notes.write(to.missing()));
    }

    /** Ends a copy that is ready, with its last part. @return whether it is still wanted */
    boolean ready(Export export, PartRow last, List<String> gapNames, Instant expires) {
        return store.write(em -> {
            long bytes = parts(export.id()).stream().mapToLong(PartRow::bytes).sum() + last.bytes();
            if (!isOne(end(em, export, ExportView.State.READY, expires)
                    .setParameter("bytes", bytes)
                    .setParameter("parts", export.progress().parts() + 1)
                    .setParameter("gapNames", Notes.write(gapNames))
                    .setParameter("reason", ""))) {
                return false;
            }
            em.persist(PartEntity.of(export.id(), last));
            return true;
        });
    }

    /** Ends a copy that could not be made. */
    void failed(Export export, String reason, Instant expires) {
        store.run(em -> end(em, export, ExportView.State.FAILED, expires)
                .setParameter("bytes", 0L)
                .setParameter("parts", export.progress().parts())
                .setParameter("gapNames", "[]")
                .setParameter("reason", reason)
                .executeUpdate());
    }

    private static Query end(EntityManager em, Export export, ExportView.State state, Instant expires) {
        return em.createNamedQuery("export.end")
                .setParameter("id", export.id())
                .setParameter("state", state.name())
                .setParameter("expires", Micros.of(expires));
    }

    /** Lets a copy wait after a failure. */
    void wait(Export export, Instant next) {
        store.run(em -> em.createNamedQuery("export.wait")
                .setParameter("id", export.id())
                .setParameter("next", Micros.of(next))
                .executeUpdate());
    }

    void told(String id) {
        store.run(
                em -> em.createNamedQuery("export.told").setParameter("id", id).executeUpdate());
    }

    boolean remove(String id) {
        return store.write(em -> {
            em.createNamedQuery("part.remove").setParameter("export", id).executeUpdate();
            return isOne(em.createNamedQuery("export.remove").setParameter("id", id));
        });
    }

    private static boolean isOne(Query update) {
        return update.executeUpdate() == 1;
    }
}
