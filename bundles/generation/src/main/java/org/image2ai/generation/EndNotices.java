package org.image2ai.generation;

import java.util.Locale;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.notify.WebhookEvent;
import org.image2ai.api.notify.Webhooks;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Word of ended jobs for people's programs, written down in the transaction that ends the job. */
@Component(service = EndNotices.class)
public final class EndNotices {
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile Webhooks webhooks;

    /** Tells that a job ended: {@code job.succeeded}, {@code job.failed} or {@code job.cancelled}. */
    void ended(Job job, Optional<String> url) {
        Webhooks live = webhooks;
        if (live != null) {
            String type = "job." + job.state().name().toLowerCase(Locale.ROOT);
            live.publish(new WebhookEvent(job.owner(), type, JobJson.map(JobView.of(job)), url));
        }
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
