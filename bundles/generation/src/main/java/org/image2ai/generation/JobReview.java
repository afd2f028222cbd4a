package org.image2ai.generation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.image2ai.api.CallContext;
import org.image2ai.api.PlatformException;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.RenderedJob;
import org.image2ai.api.library.Library;
import org.image2ai.api.library.Library.Inspected;
import org.image2ai.api.library.Library.StagedOutput;
import org.image2ai.api.model.RenderResult.RenderedImage;
import org.image2ai.api.moderation.ContentReview;
import org.image2ai.api.moderation.Strictness;
import org.image2ai.api.moderation.Submission;
import org.image2ai.api.moderation.Verdict;
import org.image2ai.kit.review.Reviewing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Has the words of a job reviewed when it comes, for they do not change later, and its pictures before they are kept. */
@Component(service = JobReview.class, configurationPid = "org.image2ai.generation")
public final class JobReview {
    private final boolean required;
    private final Library library;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile ContentReview review;

    @Activate
    public JobReview(GenerationConfig config, @Reference Library library) {
        this.required = config.requireReview();
        this.library = library;
    }

    /** With a review of its own, for tests. */
    JobReview(GenerationConfig config, Library library, ContentReview review) {
        this(config, library);
        this.review = review;
    }

    private Reviewing reviewing() {
        return new Reviewing(Optional.ofNullable(review), required);
    }

    /** Whether what a job makes can be reviewed, or need not be. */
    boolean isReady() {
        return reviewing().isReady();
    }

    /** The side of the small copies that will be reviewed; 0 when none will. */
    int side() {
        return reviewing().ready().map(ContentReview::pictureSide).orElse(0);
    }

    /** @throws PlatformException when the account is suspended or the prompt does not pass */
    void admit(CallContext context, JobRequest request, Strictness strictness) {
        Optional<ContentReview> live = reviewing().ready();
        if (live.isEmpty()) {
            return;
        }
        live.get().requireGoodStanding(context);
        request.prompt()
                .map(prompt -> live.get().prompt(context, prompt, strictness))
                .filter(verdict -> !verdict.allowed())
                .ifPresent(verdict -> {
                    throw verdict.refusal("prompt", "prompt");
                });
    }

    /** The job with those pictures that pass. @throws PlatformException when none does */
    RenderedJob review(CallContext context, RenderedJob job) {
        Optional<ContentReview> live = reviewing().ready().filter(found -> found.pictureSide() > 0);
        if (live.isEmpty()) {
            return job;
        }
        Map<Integer, Inspected> passed = new HashMap<>(job.inspected());
        Map<Integer, Verdict> withheld = new TreeMap<>();
        job.inspected().forEach((output, found) -> {
            Verdict verdict = live.get().picture(context, submission(job, output, found, live.get()));
            if (!verdict.allowed()) {
                withheld.put(output, verdict);
                passed.remove(output);
            }
        });
        if (passed.isEmpty()) {
            throw none(withheld).refusal("picture", "outputs");
        }
        return new RenderedJob(job.claim(), job.route(), job.millis(), passed, withheld);
    }

    /** What is said of a job that has no picture left: that one may come yet, where one may. */
    private static Verdict none(Map<Integer, Verdict> withheld) {
        return withheld.values().stream()
                .filter(verdict -> verdict.decision() == Verdict.Decision.HOLD)
                .findFirst()
                .orElseGet(() -> withheld.values().iterator().next());
    }

    private Submission submission(RenderedJob job, int output, Inspected found, ContentReview live) {
        StagedOutput staged = JobSession.staged(job.claim(), output);
        Optional<Long> seed = job.route().result().images().stream()
                .filter(image -> image.output() == output)
                .findFirst()
                .flatMap(RenderedImage::seed);
        return new Submission(
                // Pictures may be reviewed only since this one was verified.
                found.small().orElseGet(() -> library.small(staged, live.pictureSide())),
                found.mediaType(),
                () -> library.open(staged),
                Optional.of(new Submission.Made(job.claim().attempt(), Endings.lineage(job, output, found, seed))));
    }
}
