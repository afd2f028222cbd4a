package org.image2ai.generation;

import java.util.Locale;
import java.util.Optional;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.api.notify.Webhooks;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Word of ended jobs for people's programs, written down in the transaction that ends the job. */
@Component(service = EndNotices.class)
public final class EndNotices {
    private static final int AT_ONCE = 50;

    private final JobRows rows;
    private final Transactions transactions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Webhooks webhooks;

    @Activate
    public EndNotices(@Reference JobRows rows, @Reference Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /**
     * Tells that a job ended: {@code job.succeeded}, {@code job.failed} or {@code job.cancelled}. Where webhooks are away,
     * as while their bundle is replaced, it is written down who was not told.
     */
    void ended(Job job, Optional<String> url) {
        Webhooks live = webhooks;
        if (live != null) {
            tell(live, job, url);
        } else {
            rows.store().run(em -> em.persist(UntoldEntity.of(job)));
        }
    }

    /** Tells what could not be told when it happened. */
    void catchUp() {
        Webhooks live = webhooks;
        if (live == null) {
            return;
        }
        rows.store()
                .read(em -> em.createNamedQuery("untold.some", UntoldEntity.class)
                        .setMaxResults(AT_ONCE)
                        .getResultList())
                .forEach(row -> catchUp(live, row.job()));
    }

    private void catchUp(Webhooks live, JobId id) {
        transactions.required(() -> rows.store().write(em -> {
            boolean mine = em.createNamedQuery("untold.ofJob")
                            .setParameter("job", id.value())
                            .executeUpdate()
                    == 1;
            JobEntity row = mine ? em.find(JobEntity.class, id.value()) : null;
            if (row != null) {
                tell(live, rows.job(row), row.webhook());
            }
            return mine;
        }));
    }

    private static void tell(Webhooks live, Job job, Optional<String> url) {
        String type = "job." + job.state().name().toLowerCase(Locale.ROOT);
        live.publish(new WebhookEvent(job.owner(), type, () -> JobJson.map(JobView.of(job)), url));
    }

    /** @throws PlatformException when nobody could be told at that address */
    void check(String url) {
        Webhooks live = webhooks;
        if (live == null) {
            throw PlatformException.exhausted("webhooks_unavailable", "There are no webhooks at present.", true)
                    .withField("webhook");
        }
        live.check(url);
    }
}
