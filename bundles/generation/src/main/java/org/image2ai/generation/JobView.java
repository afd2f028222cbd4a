package org.image2ai.generation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobState;
import org.image2ai.api.model.Routing;

/**
 * A job as its owner sees it.
 *
 * @param id its identity
 * @param state where it is
 * @param operation what was asked
 * @param model the model that was asked for; the receipt names the one that ran
 * @param prompt the words
 * @param inputs the pictures it works on
 * @param parameters as asked
 * @param count how many pictures
 * @param routing what its owner said about the choice of a model
 * @param progress 0 to 1
 * @param message what is being done
 * @param queuePosition how many wait before it
 * @param outputs one for each picture asked for
 * @param receipt what ran, what became of the parameters, what it cost, why this route
 * @param error why it failed
 * @param created at admission
 * @param started when the last attempt began
 * @param ended when it became final
 */
public record JobView(
        String id,
        JobState state,
        String operation,
        String model,
        Optional<String> prompt,
        List<Input> inputs,
        Map<String, Object> parameters,
        int count,
        Optional<RoutingBody> routing,
        double progress,
        String message,
        Optional<Integer> queuePosition,
        List<Output> outputs,
        Optional<Job.Receipt> receipt,
        Optional<Job.Failure> error,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> ended) {
    /** A picture that it works on. */
    public record Input(String asset, String role) {}

    /** A picture that was asked for; what is not made yet has neither asset nor size. */
    public record Output(
            int index,
            String kind,
            Job.OutputStatus status,
            Optional<String> asset,
            Optional<String> content,
            Optional<String> mediaType,
            Optional<Integer> width,
            Optional<Integer> height,
            Optional<Long> seed) {
        static Output of(Job.Output output) {
            return new Output(
                    output.index(),
                    output.kind(),
                    output.status(),
                    output.asset().map(AssetId::value),
                    output.asset().map(asset -> "/api/v1/assets/" + asset + "/content"),
                    output.asset().map(asset -> output.mediaType()),
                    output.asset().map(asset -> output.width()),
                    output.asset().map(asset -> output.height()),
                    output.seed());
        }
    }

    static JobView of(Job job) {
        return new JobView(
                job.id().value(),
                job.state(),
                job.request().operation().wireName(),
                job.request().model(),
                job.request().prompt(),
                job.request().inputs().stream()
                        .map(i -> new Input(i.asset().value(), i.role().wireName()))
                        .toList(),
                job.request().parameters(),
                job.request().count(),
                Optional.of(job.request().routing())
                        .filter(routing -> !routing.equals(Routing.USUAL))
                        .map(RoutingBody::of),
                job.progress(),
                job.message(),
                job.queuePosition(),
                job.outputs().stream().map(Output::of).toList(),
                job.receipt(),
                job.error(),
                job.times().created(),
                job.times().started(),
                job.times().ended());
    }
}
