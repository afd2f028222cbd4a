package org.image2ai.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.Query;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How far each participant is with a request, what became of items, and the copies outside. Joins transactions. */
@Component(service = Progress.class)
public final class Progress {
    private static final int PAGE = 200;

    private final RequestRows rows;

    @Activate
    public Progress(@Reference RequestRows rows) {
        this.rows = rows;
    }

    /** The frozen roster. */
    void freeze(String request, List<Asked> asked) {
        asked.forEach(one -> rows.store().run(em -> em.merge(AskedEntity.from(request, one))));
    }

    /** The frozen roster in the order in which it is asked. */
    List<Asked> asked(String request) {
        return rows.store().read(em -> em
                .createNamedQuery("asked.ofRequest", AskedEntity.class)
                .setParameter("request", request)
                .getResultList()
                .stream()
                .map(AskedEntity::toRecord)
                .toList());
    }

    void mark(String request, Asked asked, Consumer<AskedEntity> how) {
        rows.store().run(em -> {
            how.accept(em.find(AskedEntity.class, RequestRows.key(request, asked.bundle(), asked.holding())));
            em.flush();
        });
    }

    /** All are asked once more. */
    void again(String request) {
        rows.store().run(em -> em.createNamedQuery("asked.again")
                .setParameter("request", request)
                .executeUpdate());
    }

    /** Adds to the counts of a phase. */
    void count(String request, Tally.Phase phase, Tally tally) {
        rows.store().run(em -> {
            for (Tally.Line line : tally.lines()) {
                OutcomeEntity row = em.find(OutcomeEntity.class, OutcomeEntity.key(request, phase, line));
                if (row == null) {
                    em.persist(OutcomeEntity.from(request, phase, line));
                } else {
                    row.add(line.items());
                }
            }
            em.flush();
        });
    }

    void forget(String request, Tally.Phase phase) {
        rows.store().run(em -> em.createNamedQuery("outcome.forget")
                .setParameter("request", request)
                .setParameter("phase", phase.name())
                .executeUpdate());
    }

    /** What would become of all items, or became of them; with those that are written down one by one. */
    List<Tally.Line> lines(String request, Tally.Phase phase) {
        List<Tally.Line> lines = new ArrayList<>(rows.store().read(em -> em
                .createNamedQuery("outcome.ofRequest", OutcomeEntity.class)
                .setParameter("request", request)
                .setParameter("phase", phase.name())
                .getResultList()
                .stream()
                .map(OutcomeEntity::toRecord)
                .toList()));
        if (phase == Tally.Phase.RUN) {
            lines.addAll(kept(request));
        }
        return lines;
    }

    private List<Tally.Line> kept(String request) {
        return rows.store()
                .read(em -> em
                        .createNamedQuery("item.counts", Object[].class)
                        .setParameter("request", request)
                        .getResultList()
                        .stream()
                        .map(row -> new Tally.Line(
                                (String) row[0],
                                (String) row[1],
                                (String) row[2],
                                (String) row[3],
                                (String) row[4],
                                ((Number) row[5]).longValue()))
                        .toList());
    }

    /**
     * What became of some items of a bundle.
     *
     * @param bundle whose
     * @param tally counts of those that are simply gone
     * @param gone those that are simply gone
     * @param kept all others, each with what became of it
     */
    record Done(String bundle, Tally tally, Set<HeldItem> gone, Map<HeldItem, Outcome> kept) {}

    /** Writes down what became of some items. */
    void record(String request, Done done) {
        count(request, Tally.Phase.RUN, done.tally());
        rows.store().run(em -> {
            if (!done.gone().isEmpty()) {
                em.createNamedQuery("item.remove")
                        .setParameter(
                                "ids",
                                done.gone().stream()
                                        .map(item ->
                                                RequestRows.key(request, done.bundle(), item.holding(), item.key()))
                                        .toList())
                        .executeUpdate();
            }
            done.kept().forEach((item, outcome) -> em.merge(ItemEntity.from(request, done.bundle(), item, outcome)));
            em.flush();
        });
    }

    /** Items that are not simply gone, a page at a time. */
    List<ItemEntity.Kept> kept(String request, String after) {
        return items("item.after", request, after, query -> {});
    }

    List<ItemEntity.Kept> kept(String request, Outcome.Status status, String after) {
        return items("item.ofStatus", request, after, query -> query.setParameter("status", status.name()));
    }

    /** Items whose retention is over. */
    List<ItemEntity.Kept> over(String request, LocalDate today, String after) {
        return items("item.over", request, after, query -> query.setParameter("today", today.toString()));
    }

    private List<ItemEntity.Kept> items(String name, String request, String after, Consumer<Query> more) {
        return rows.store().read(em -> {
            var query = em.createNamedQuery(name, ItemEntity.class)
                    .setParameter("request", request)
                    .setParameter("after", after)
                    .setMaxResults(PAGE);
            more.accept(query);
            return query.getResultList().stream().map(ItemEntity::toRecord).toList();
        });
    }

    /** When the first retention ends. */
    Optional<LocalDate> firstEnd(String request) {
        return rows.store().read(em -> Optional.ofNullable(em.createNamedQuery("item.firstEnd", String.class)
                        .setParameter("request", request)
                        .getSingleResult())
                .map(LocalDate::parse));
    }

    void open(String request, ExternalTask task) {
        rows.store().run(em -> {
            em.persist(TaskEntity.from(request, task));
            em.flush();
        });
    }

    List<ExternalTask> tasks(String request) {
        return rows.store()
                .read(em -> em
                        .createNamedQuery("task.ofRequest", TaskEntity.class)
                        .setParameter("request", request)
                        .getResultList()
                        .stream()
                        .map(TaskEntity::toRecord)
                        .toList());
    }

    void settle(String request, String task, String evidence, String by, Instant at) {
        rows.store().run(em -> {
            TaskEntity row = em.find(TaskEntity.class, task);
            if (row == null || !row.request().equals(request)) {
                throw PlatformException.notFound("task", task);
            }
            if (row.toRecord().state() != ExternalTask.State.OPEN) {
                throw PlatformException.conflict("task_settled", "The task " + task + " is not open.");
            }
            row.settle(evidence, by, at);
            em.flush();
        });
    }
}
