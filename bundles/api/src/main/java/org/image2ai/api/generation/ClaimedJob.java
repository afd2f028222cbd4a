package org.image2ai.api.generation;

import java.util.Objects;

/**
 * A job that a worker has.
 *
 * @param job as it was claimed
 * @param attempt the fence: which try this is, from 1
 */
public record ClaimedJob(Job job, int attempt) {
    public ClaimedJob {
        Objects.requireNonNull(job, "job");
    }
}
