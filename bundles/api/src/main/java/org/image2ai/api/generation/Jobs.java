package org.image2ai.api.generation;

import java.time.Duration;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.model.Quote;
import org.osgi.annotation.versioning.ProviderType;

/** Jobs as their owners handle them. What another account owns does not exist for a caller. */
@ProviderType
public interface Jobs {
    /**
     * Admits a job: validated, priced, then idempotency record, job and hold in one transaction.
     *
     * @param context who asks
     * @param request what
     * @param terms under what terms
     * @throws org.image2ai.api.PlatformException INVALID as {@link org.image2ai.api.model.ImageRouter#quote},
     *     {@code content_refused} or {@code content_held}; DENIED {@code account_suspended_for_content}; EXHAUSTED
     *     {@code insufficient_credits}, {@code spend_cap_reached}, {@code queue_full}, {@code storage_full} or
     *     {@code review_unavailable}; CONFLICT
     *     {@code idempotency_key_reused} for another request under the key
     */
    Job submit(CallContext context, JobRequest request, JobTerms terms);

    /** What it would cost; nothing is kept. */
    Quote estimate(CallContext context, JobRequest request);

    /** One job. @throws org.image2ai.api.PlatformException NOT_FOUND {@code job_not_found} */
    Job get(CallContext context, JobId id);

    /** The caller's jobs, newest first. */
    Page<Job> list(CallContext context, PageRequest page);

    /** Waits until the job ended or the time is over, and returns it as it is then. */
    Job await(CallContext context, JobId id, Duration timeout);

    /**
     * Stops a job: one that waits ends at once, one that runs as soon as its provider lets go.
     *
     * @throws org.image2ai.api.PlatformException CONFLICT {@code job_ended} when it is over
     */
    Job cancel(CallContext context, JobId id);

    /**
     * Listens to a job from after an event on; earlier events that are still known come first. The listener is called
     * on the thread that made the event and must not block.
     *
     * @param lastEventId the last event that the caller saw; 0 for none
     * @return closes the subscription
     */
    AutoCloseable listen(CallContext context, JobId id, long lastEventId, JobListener listener);
}
