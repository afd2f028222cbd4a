package org.image2ai.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.model.Operation;
import org.image2ai.api.privacy.ErasureFence;
import org.image2ai.api.storage.SubjectVault;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Newest;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.privacy.LiveFence;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of jobs. Every change of a state is a conditional update, so that only one of two can make it. */
@Component(service = JobRows.class)
public final class JobRows {
    private final Store store;
    private final JobWords words;
    private final DisclosureRows disclosures;

    private final ErasureFence fence;

    @Activate
    public JobRows(
            @Reference Schema schema,
            @Reference(target = "(osgi.unit.name=generation)") JpaTemplate template,
            @Reference SubjectVault vault,
            @Reference LiveFence fence) {
        this.fence = fence;
        schema.migrate(JobRows.class);
        store = new Store(template);
        words = new JobWords(vault);
        disclosures = new DisclosureRows(store);
    }

    ErasureFence fence() {
        return fence;
    }

    /** Which vendors got something of whom. */
    DisclosureRows disclosures() {
        return disclosures;
    }

    /** Writes down that something of an account leaves; nothing does once its erasure has begun. */
    void leaves(AccountId owner, String bundle, String host) {
        fence.requireOpen(owner);
        disclosures.leaves(owner, bundle, host, Instant.now());
    }

    JobWords words() {
        return words;
    }

    /** What a row says of a job that does not wait. */
    Job job(JobEntity row) {
        return row.toRecord(words, Optional.empty());
    }

    Store store() {
        return store;
    }

    static JobEntity require(EntityManager em, JobId id) {
        JobEntity row = em.find(JobEntity.class, id.value());
        if (row == null) {
            throw PlatformException.notFound("job", id.value());
        }
        return row;
    }

    /** A job with its place in the queue. */
    Job get(JobId id) {
        return store.read(em -> {
            JobEntity row = require(em, id);
            Optional<Integer> position = row.state() == JobState.QUEUED
                    ? Optional.of(em.createNamedQuery("job.before", Long.class)
                            .setParameter("at", row.keyset().at())
                            .getSingleResult()
                            .intValue())
                    : Optional.empty();
            return row.toRecord(words, position);
        });
    }

    Page<Job> list(AccountId owner, PageRequest page) {
        return store.read(
                em -> Newest.page(em.createNamedQuery("job.page", JobEntity.class), owner, page, JobEntity::keyset)
                        .map(this::job));
    }

    /** Times and ids of an account's jobs. */
    Page<Keyset> keys(AccountId owner, PageRequest page) {
        return store.read(em -> Newest.keys(em.createNamedQuery("job.keys", Object[].class), owner, page));
    }

    /** The state of a job, if it is an account's. */
    Optional<JobState> state(AccountId owner, JobId id) {
        return store.read(em -> Optional.ofNullable(em.find(JobEntity.class, id.value()))
                .filter(row -> row.owner().equals(owner))
                .map(JobEntity::state));
    }

    /** The newest jobs of everybody, for the shell. */
    List<Job> newest(int limit) {
        return store.read(
                em -> em.createNamedQuery("job.newest", JobEntity.class).setMaxResults(limit).getResultList().stream()
                        .map(this::job)
                        .toList());
    }

    /** The accounts that wait, and since when. */
    List<WaitingLine.Head> heads() {
        return store.read(em -> em.createNamedQuery("job.waitingOwners", Object[].class).getResultList().stream()
                .map(row -> new WaitingLine.Head(new AccountId((String) row[0]), ((Number) row[1]).longValue()))
                .toList());
    }

    /** An account's jobs that have waited longest. */
    List<WaitingLine.Waiting> waitingOf(AccountId owner, int limit) {
        return store.read(em -> em
                .createNamedQuery("job.waitingOf", Object[].class)
                .setParameter("owner", owner.value())
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new WaitingLine.Waiting(
                        owner,
                        new JobId((String) row[0]),
                        Operation.ofWireName((String) row[1]).orElseThrow(),
                        (String) row[2]))
                .toList());
    }

    long queuedOf(AccountId owner) {
        return store.read(em -> em.createNamedQuery("job.queuedOf", Long.class)
                .setParameter("owner", owner.value())
                .getSingleResult());
    }

    long queued() {
        return store.read(em -> em.createNamedQuery("job.queued", Long.class).getSingleResult());
    }

    /** The jobs of equal calls, the earliest first. */
    List<Job> byFingerprint(AccountId owner, String fingerprint, Instant since) {
        return store.read(em -> em
                .createNamedQuery("job.byFingerprint", JobEntity.class)
                .setParameter("owner", owner.value())
                .setParameter("fingerprint", fingerprint)
                .setParameter("since", Micros.of(since))
                .getResultList()
                .stream()
                .map(this::job)
                .toList());
    }

    /** What a key's jobs have cost, and what those that are not over may cost at most. */
    long spentBy(ApiKeyId key) {
        return sum("job.spentByKey", key) + sum("job.heldByKey", key);
    }

    private long sum(String query, ApiKeyId key) {
        Number sum = store.read(em -> em.createNamedQuery(query, Long.class)
                .setParameter("apiKey", key.value())
                .getSingleResult());
        return sum == null ? 0 : sum.longValue();
    }

    boolean claim(String id, String instance, Instant now) {
        return update("job.claim", id, q -> q.setParameter("instance", instance).setParameter("now", Micros.of(now)));
    }

    boolean succeed(JobId id, int attempt, Instant now) {
        return update("job.succeed", id.value(), q -> q.setParameter("attempt", attempt)
                .setParameter("now", Micros.of(now)));
    }

    boolean end(JobEntity job, JobState to, Instant now) {
        return update("job.end", job.id().value(), q -> q.setParameter("attempt", job.attempt())
                .setParameter("from", job.state().name())
                .setParameter("state", to.name())
                .setParameter("now", Micros.of(now)));
    }

    boolean requeue(JobId id, int attempt) {
        return requeue(id, attempt, 0);
    }

    /** As {@link #requeue}, and the try does not count. */
    boolean giveBack(JobId id, int attempt) {
        return requeue(id, attempt, 1);
    }

    private boolean requeue(JobId id, int attempt, int uncounted) {
        return update("job.requeue", id.value(), q -> q.setParameter("attempt", attempt)
                .setParameter("uncounted", uncounted));
    }

    boolean progress(JobId id, int attempt, double progress, String message) {
        return update("job.progress", id.value(), q -> q.setParameter("attempt", attempt)
                .setParameter("progress", progress)
                .setParameter("message", message));
    }

    boolean checkpoint(JobId id, int attempt, String token) {
        return update("job.checkpoint", id.value(), q -> q.setParameter("attempt", attempt)
                .setParameter("checkpoint", token));
    }

    boolean cancelRunning(JobId id) {
        return update("job.cancelRunning", id.value(), q -> q);
    }

    private interface Parameters {
        Query set(Query query);
    }

    private boolean update(String query, String id, Parameters parameters) {
        return store.write(em -> parameters
                        .set(em.createNamedQuery(query).setParameter("id", id))
                        .executeUpdate()
                == 1);
    }

    /** What this instance is said to run. */
    List<JobEntity> running(String instance) {
        return store.read(em -> em.createNamedQuery("job.running", JobEntity.class)
                .setParameter("instance", instance)
                .getResultList());
    }

    /** What instances run that were not seen for a while. */
    List<JobEntity> abandoned(String instance, Duration lease, Instant now) {
        return store.read(em -> {
            Set<String> living = new HashSet<>(em.createNamedQuery("instance.living", String.class)
                    .setParameter("since", Micros.of(now.minus(lease)))
                    .getResultList());
            return em
                    .createNamedQuery("job.runningElsewhere", JobEntity.class)
                    .setParameter("instance", instance)
                    .getResultList()
                    .stream()
                    .filter(row -> !living.contains(row.instance()))
                    .toList();
        });
    }

    /** Says that an instance lives. */
    void seen(String instance, Instant now) {
        store.run(em -> {
            int known = em.createNamedQuery("instance.seen")
                    .setParameter("now", Micros.of(now))
                    .setParameter("id", instance)
                    .executeUpdate();
            if (known == 0) {
                em.persist(InstanceEntity.of(instance, Micros.of(now)));
            }
        });
    }

    void forgetKeys(Instant before) {
        store.run(em -> em.createNamedQuery("idempotency.forget")
                .setParameter("before", Micros.of(before))
                .executeUpdate());
    }
}
