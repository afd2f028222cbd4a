package org.image2ai.pipelines;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.image2ai.api.generation.ClaimedJob;
import org.image2ai.api.generation.JobWork;
import org.image2ai.api.generation.RenderedJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of a job as a route calls them: the message's body is the job as far as it is. */
public final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final String CLAIM = "image2ai.claim";

    private final JobWork work;

    Steps(JobWork work) {
        this.work = work;
    }

    /** Claims the next job into the body. @return whether there was one */
    public boolean claim(Exchange exchange) {
        ClaimedJob claimed = work.claim().orElse(null);
        exchange.setProperty(CLAIM, claimed);
        exchange.getMessage().setBody(claimed);
        return claimed != null;
    }

    /** Chooses the model and renders. */
    public void render(Exchange exchange) {
        exchange.getMessage().setBody(work.render(exchange.getProperty(CLAIM, ClaimedJob.class)));
    }

    /** Looks whether the results are pictures. */
    public void verify(Exchange exchange) {
        exchange.getMessage()
                .setBody(work.verify((RenderedJob) exchange.getMessage().getBody()));
    }

    /** Has the pictures reviewed. */
    public void review(Exchange exchange) {
        exchange.getMessage()
                .setBody(work.review((RenderedJob) exchange.getMessage().getBody()));
    }

    /** Ends the job with its pictures. */
    public void complete(Exchange exchange) {
        exchange.getMessage()
                .setBody(work.complete((RenderedJob) exchange.getMessage().getBody()));
    }

    /**
     * Ends the job with the reason why it gave none. One that cannot be ended now is found by the sweep; its trouble ends
     * here, for Camel leaves a loop in trouble only after it has claimed the next job.
     */
    public void fail(Exchange exchange) {
        Throwable reason = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        // Camel wraps what is an Error.
        boolean wrapped = reason instanceof CamelExecutionException && reason.getCause() != null;
        ClaimedJob claim = exchange.getProperty(CLAIM, ClaimedJob.class);
        try {
            work.fail(claim, wrapped ? reason.getCause() : reason);
        } catch (RuntimeException e) {
            LOG.debug("Job {} could not be ended.", claim.job().id(), e);
        }
    }
}
