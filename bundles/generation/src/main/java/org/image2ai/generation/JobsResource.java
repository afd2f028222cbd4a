package org.image2ai.generation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.sse.Sse;
import javax.ws.rs.sse.SseEventSink;
import org.image2ai.api.CallContext;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.JobTerms.IdempotencyKey;
import org.image2ai.api.generation.Jobs;
import org.image2ai.api.model.Quote;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.rest.Answers;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jaxrs.whiteboard.propertytypes.JaxrsResource;

/** A person's jobs over HTTP. */
@Component(service = JobsResource.class)
@JaxrsResource
@Path("/api/v1/jobs")
@Produces("application/json")
@Consumes("application/json")
public final class JobsResource {
    private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Jobs jobs;
    private final Credits credits;
    private final EventStreams streams;
    private final int maxWait;
    private final Semaphore waiting;

    @Activate
    public JobsResource(
            @Reference Jobs jobs, @Reference Credits credits, @Reference EventStreams streams, @Reference Lease lease) {
        this.streams = streams;
        this.jobs = jobs;
        this.credits = credits;
        this.maxWait = lease.config().maxWaitSeconds();
        this.waiting = new Semaphore(lease.config().maxWaiting());
    }

    /**
     * What a job would cost.
     *
     * @param model the model that would be taken now
     * @param creditsPerImage exact
     * @param count how many pictures
     * @param credits whole credits that would be held
     * @param available what the account has
     */
    public record Estimate(String model, BigDecimal creditsPerImage, int count, long credits, long available) {}

    /**
     * Lets a job in.
     *
     * @param wait seconds to wait for its end, as {@code Prefer: wait} asks for them
     */
    @POST
    @Permission("job:create")
    @Answers(
            value = JobView.class,
            status = {202, 200})
    public Response submit(
            @Context CallContext call,
            @Context Identity identity,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("Prefer") String prefer,
            @QueryParam("wait") @DefaultValue("0") int wait,
            JobBody body) {
        JobRequest request = present(body).toRequest();
        Job job = jobs.submit(call, request, terms(identity, key, request, body));
        int seconds = Math.max(wait(prefer), wait(wait));
        if (seconds > 0 && !job.state().ended() && waiting.tryAcquire()) {
            try {
                job = jobs.await(call, job.id(), Duration.ofSeconds(seconds));
            } finally {
                waiting.release();
            }
        }
        Response.ResponseBuilder answer = Response.status(
                        seconds > 0 && job.state().ended() ? 200 : 202)
                .header("Location", "/api/v1/jobs/" + job.id())
                .entity(JobView.of(job));
        return (seconds > 0 ? answer.header("Preference-Applied", "wait=" + seconds) : answer).build();
    }

    private static JobTerms terms(Identity identity, String key, JobRequest request, JobBody body) {
        return new JobTerms(
                Optional.ofNullable(key).map(k -> idempotency(k, request)),
                Optional.empty(),
                identity.apiKey(),
                body.webhook() == null ? Optional.empty() : body.webhook(),
                Strictness.USUAL);
    }

    private int wait(String prefer) {
        Matcher asked = WAIT.matcher(prefer == null ? "" : prefer);
        return asked.find() ? wait(Integer.parseInt(asked.group(1))) : 0;
    }

    private int wait(int seconds) {
        if (seconds < 0) {
            throw PlatformException.invalid("invalid_parameter", "wait is " + seconds + "; it must not be below 0.")
                    .withField("wait");
        }
        return Math.min(maxWait, seconds);
    }

    private static IdempotencyKey idempotency(String key, JobRequest request) {
        if (!KEY.matcher(key).matches()) {
            throw PlatformException.invalid(
                            "invalid_idempotency_key", "An Idempotency-Key has 1 to 255 printable ASCII characters.")
                    .withField("Idempotency-Key");
        }
        String canonical = JobJson.write(StoredRequest.of(request));
        return new IdempotencyKey(key, IdempotencyEntity.sha256(canonical));
    }

    private static JobBody present(JobBody body) {
        if (body == null) {
            throw PlatformException.invalid("missing_body", "A job is needed as JSON.");
        }
        return body;
    }

    /** What a job would cost, and which model would take it. Nothing is begun. */
    @POST
    @Path("estimate")
    @Permission("job:create")
    public Estimate estimate(@Context CallContext call, JobBody body) {
        Quote quote = jobs.estimate(call, present(body).toRequest());
        return new Estimate(
                quote.model(),
                quote.creditsPerImage(),
                quote.count(),
                WholeCredits.of(quote.credits()),
                credits.balance(call.account()).available());
    }

    /** The jobs of the caller, newest first. */
    @GET
    @Permission("job:read")
    public Page<JobView> list(
            @Context CallContext call,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return jobs.list(call, new PageRequest(Optional.ofNullable(cursor), limit))
                .map(JobView::of);
    }

    /** A job with its pictures and its receipt. */
    @GET
    @Path("{id}")
    @Permission("job:read")
    public JobView get(@Context CallContext call, @PathParam("id") String id) {
        return JobView.of(jobs.get(call, new JobId(id)));
    }

    /**
     * What happens to a job, as server-sent events: {@code state} and {@code progress} with the job, {@code preview}
     * with an unfinished picture in Base64. The stream ends with the job; whoever has heard its end gets 204.
     */
    @GET
    @Path("{id}/events")
    @Produces("text/event-stream")
    @Permission("job:read")
    @Answers(
            value = String.class,
            status = {200, 204})
    public void events(
            @Context CallContext call,
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String last,
            @Context SseEventSink sink,
            @Context Sse sse) {
        JobId job = new JobId(id);
        Job now = jobs.get(call, job);
        long heard = last != null && last.matches("\\d{1,18}") ? Long.parseLong(last) : 0;
        if (now.state().ended() && heard >= JobService.endOf(now)) {
            throw new WebApplicationException(Response.Status.NO_CONTENT);
        }
        streams.open(call, job, heard, sink, sse);
    }

    /** Cancels: 200 when it ended so, 202 when its provider still has to let go. */
    @DELETE
    @Path("{id}")
    @Permission("job:cancel")
    @Answers(
            value = JobView.class,
            status = {200, 202})
    public Response cancel(@Context CallContext call, @PathParam("id") String id) {
        Job job = jobs.cancel(call, new JobId(id));
        return Response.status(job.state().ended() ? 200 : 202)
                .entity(JobView.of(job))
                .build();
    }
}
