package org.image2ai.api.generation;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The steps of a job's life for the pipeline that runs them. Each step is a transaction of its own and is fenced by
 * the attempt: a worker that lost its job to another can change nothing any more.
 */
@ProviderType
public interface JobWork {
    /** Claims the next job that waits; empty when none does, and while what it makes could not be reviewed. */
    Optional<ClaimedJob> claim();

    /** Chooses the model and renders into staged outputs; blocks until that is done. */
    RenderedJob render(ClaimedJob job);

    /** Looks at every staged output, marks and stores it: what is not a picture becomes a failed output. */
    RenderedJob verify(RenderedJob job);

    /**
     * Has every picture reviewed: what does not pass becomes a failed output.
     *
     * @throws org.image2ai.api.PlatformException INVALID {@code content_refused} or {@code content_held} when none passes
     */
    RenderedJob review(RenderedJob job);

    /** The terminal transaction of a success: assets, state and settlement together. */
    Job complete(RenderedJob job);

    /** The terminal transaction of a failure or cancellation: state and release together. */
    Job fail(ClaimedJob job, Throwable reason);
}
