package org.image2ai.openai;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.Jobs;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.Operation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes a job of each call, waits for it without a thread, and answers with its pictures. */
@Component(service = ImageCalls.class)
public final class ImageCalls {
    private final Jobs jobs;
    private final Library library;
    private final ModelNames names;
    private final Waits waits;
    private final Semaphore streams;

    @Activate
    public ImageCalls(
            @Reference Jobs jobs, @Reference Library library, @Reference ModelNames names, @Reference Waits waits) {
        this.jobs = jobs;
        this.library = library;
        this.names = names;
        this.waits = waits;
        this.streams = new Semaphore(names.config().maxStreams());
    }

    Pictures pictures(Caller caller) {
        return new Pictures(library, caller.call());
    }

    /** Whether a live model that may be meant can do an operation. */
    boolean canDo(ImageOptions options, Operation operation) {
        String model = names.resolve(Optional.ofNullable(options.model()));
        return !names.candidates(model, operation).isEmpty();
    }

    /** Begins the job of a call, or joins the one that an earlier try began, and answers when it is over. */
    void begin(Caller caller, Operation operation, ImageOptions options, Pictures pictures, AsyncResponse response) {
        String canonical = operation + "\n" + options + "\n" + String.join("\n", pictures.content());
        JobRequest request = new JobRequest(
                operation,
                names.resolve(Optional.ofNullable(options.model())),
                Optional.ofNullable(options.prompt()),
                pictures.inputs(),
                options.parameters(),
                options.count(),
                Optional.empty(),
                options.partials(),
                Optional.of(options.format()));
        Job job = jobs.submit(caller.call(), request, caller.terms(canonical, options.strictness()));
        pictures.takenBy(job.request().inputs());
        Duration most = Duration.ofSeconds(names.config().waitSeconds());
        waits.follow(caller.call(), job.id(), most, follower(caller, operation, options, response));
    }

    private Follower follower(Caller caller, Operation operation, ImageOptions options, AsyncResponse response) {
        EventsAnswer.Results results = job -> Result.of(library, caller.call(), job, options);
        if (!options.streamed()) {
            return new Whole(response, job -> whole(caller, options, results.of(job)));
        }
        String kind = operation == Operation.GENERATE ? "image_generation" : "image_edit";
        return new Streamed(
                response, new EventsAnswer.Stream(kind, options, library, results, streams::release), streams);
    }

    private Response whole(Caller caller, ImageOptions options, Result result) {
        boolean linked = options.responseFormat() == null
                ? names.isLinked(Optional.ofNullable(options.model()))
                : options.responseFormat().equals("url");
        Optional<List<String>> links = linked
                ? Optional.of(result.links(
                        caller.base(), Duration.ofSeconds(names.config().linkSeconds())))
                : Optional.empty();
        return Response.ok(new ImagesAnswer(result, links), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** What a call is told that has waited long enough; the job goes on, and the next try of the call joins it. */
    static PlatformException tooLate() {
        return PlatformException.exhausted("wait_timeout", "The pictures are not ready yet; try again.", true)
                .retryAfter(Duration.ofSeconds(1));
    }
}
