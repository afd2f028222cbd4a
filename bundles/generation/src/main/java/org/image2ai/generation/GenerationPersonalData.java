package org.image2ai.generation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The part of jobs in privacy requests: prompts, parameters and receipts, and to which vendors something went. A job under
 * way is cancelled first.
 */
@Component(service = PersonalDataParticipant.class)
public final class GenerationPersonalData implements PersonalDataParticipant {
    static final String JOBS = "jobs";
    static final String DISCLOSURES = "disclosures";

    /** Vendors get nothing but what a job gives them. */
    private static final Set<String> COVERS = Set.of("image-models");

    private final JobRows rows;
    private final JobService jobs;

    @Activate
    public GenerationPersonalData(@Reference JobRows rows, @Reference JobService jobs) {
        this.rows = rows;
        this.jobs = jobs;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, String holding, PageRequest page) {
        if (holding.equals(DISCLOSURES)) {
            return disclosures(subject, page);
        }
        return rows.keys(subject, page).map(row -> new HeldItem(JOBS, row.id(), Micros.instant(row.at())));
    }

    private Page<HeldItem> disclosures(AccountId subject, PageRequest page) {
        List<DisclosureRows.Kept> found =
                rows.disclosures().page(subject, page.cursor().orElse(""), page.limit() + 1);
        List<HeldItem> items = found.stream()
                .limit(page.limit())
                .map(kept -> new HeldItem(DISCLOSURES, kept.id(), kept.made().first()))
                .toList();
        boolean more = found.size() > items.size();
        return new Page<>(items, more ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    @Override
    public Disclosures disclosures(AccountId subject) {
        return rows.disclosures().of(subject, COVERS);
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        if (item.holding().equals(DISCLOSURES)) {
            rows.disclosures().find(subject, item.key()).ifPresent(made -> sink.data(data(made)));
            return;
        }
        sink.data(job(item));
    }

    private static Map<String, Object> data(Disclosures.Disclosure made) {
        return Map.of(
                "bundle", made.bundle(),
                "host", made.where(),
                "first", made.first().toString(),
                "last", made.last().toString());
    }

    private Map<String, Object> job(HeldItem item) {
        Job job = rows.get(new JobId(item.key()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", job.id().value());
        data.put("state", job.state().name());
        data.put("operation", job.request().operation().wireName());
        data.put("model", job.request().model());
        job.request().prompt().ifPresent(prompt -> data.put("prompt", prompt));
        data.put("parameters", job.request().parameters());
        data.put("count", job.request().count());
        data.put("created", job.times().created().toString());
        job.times().ended().ifPresent(ended -> data.put("ended", ended.toString()));
        job.receipt().ifPresent(receipt -> data.put("receipt", receipt.details()));
        return data;
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        if (item.holding().equals(DISCLOSURES)) {
            boolean there = rows.disclosures().find(subject, item.key()).isPresent();
            return there ? Outcome.erased() : Outcome.notFound();
        }
        return rows.state(subject, new JobId(item.key())).isPresent() ? Outcome.erased() : Outcome.notFound();
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        if (item.holding().equals(DISCLOSURES)) {
            Outcome outcome = plan(subject, item);
            rows.disclosures().erase(subject, item.key());
            return outcome;
        }
        JobId id = new JobId(item.key());
        return rows.state(subject, id)
                .map(state -> {
                    eraseJob(id, state);
                    return Outcome.erased();
                })
                .orElseGet(Outcome::notFound);
    }

    private void eraseJob(JobId id, JobState state) {
        if (!state.ended() && !jobs.cancel(id).state().ended()) {
            throw PlatformException.conflict("job_running", "The job " + id + " has not let go yet; try again.");
        }
        rows.store().run(em -> {
            em.createNamedQuery("idempotency.ofJob")
                    .setParameter("job", id.value())
                    .executeUpdate();
            em.createNamedQuery("untold.ofJob").setParameter("job", id.value()).executeUpdate();
            em.remove(JobRows.require(em, id));
        });
    }

    @Override
    public int rectify(AccountId subject, String attribute, String value) {
        return 0;
    }

    @Override
    public int sweep(String holding, Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
