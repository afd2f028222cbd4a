package org.image2ai.api.library;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AssetId;
import org.image2ai.api.JobId;

/**
 * What a result was made of.
 *
 * @param job the job that made it
 * @param output its number among the job's outputs, from 0
 * @param operation the operation's wire name
 * @param model the full name of the model that ran
 * @param prompt the words, where there were some
 * @param seed the seed that gives it again, where there is one
 * @param inputs the pictures it was made from, in the order of the request
 * @param provenance how its file says what it is; empty for results from before files did
 */
public record Lineage(
        JobId job,
        int output,
        String operation,
        String model,
        Optional<String> prompt,
        Optional<Long> seed,
        List<AssetId> inputs,
        Optional<Provenance> provenance) {
    public Lineage {
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(seed, "seed");
        inputs = List.copyOf(inputs);
        Objects.requireNonNull(provenance, "provenance");
    }
}
