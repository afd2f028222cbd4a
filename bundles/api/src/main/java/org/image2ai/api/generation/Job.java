package org.image2ai.api.generation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.AssetId;
import org.image2ai.api.JobId;

/**
 * A job as its owner sees it.
 *
 * @param id its identity
 * @param owner whose
 * @param state where it is
 * @param request what was asked
 * @param progress 0 to 1
 * @param message what is being done; may be empty
 * @param queuePosition how many wait before it, while it is queued
 * @param outputs one for each picture asked for
 * @param receipt what ran and what it cost; once it ended
 * @param error why it failed
 * @param times when things happened
 */
public record Job(
        JobId id,
        AccountId owner,
        JobState state,
        JobRequest request,
        double progress,
        String message,
        Optional<Integer> queuePosition,
        List<Output> outputs,
        Optional<Receipt> receipt,
        Optional<Failure> error,
        Times times) {
    /**
     * One picture asked for.
     *
     * @param index from 0
     * @param kind {@code image}
     * @param status what became of it
     * @param asset the picture, once made
     * @param mediaType its type; empty before
     * @param width in pixels; 0 before
     * @param height in pixels; 0 before
     * @param seed the seed that gives it again, where there is one
     */
    public record Output(
            int index,
            String kind,
            OutputStatus status,
            Optional<AssetId> asset,
            String mediaType,
            int width,
            int height,
            Optional<Long> seed) {}

    /** What became of one picture. */
    public enum OutputStatus {
        /** Not made yet. */
        PENDING,
        /** Made. */
        READY,
        /** Not made; it costs nothing. */
        FAILED
    }

    /**
     * What ran, and what it cost.
     *
     * @param provider the provider's id
     * @param vendor who it is
     * @param model full name of the model
     * @param creditsHeld whole credits held at admission
     * @param credits whole credits spent
     * @param creditsPerImage exact price
     * @param renderMillis time of the rendering
     * @param details parameters (honoured, changed, dropped), route (each candidate tried), what the provider said;
     *     JSON-able
     */
    public record Receipt(
            String provider,
            String vendor,
            String model,
            long creditsHeld,
            long credits,
            BigDecimal creditsPerImage,
            long renderMillis,
            Map<String, Object> details) {
        public Receipt {
            details = Map.copyOf(details);
        }
    }

    /**
     * Why a job failed.
     *
     * @param code stable, lower snake case
     * @param message for people
     * @param retryable whether the same request may succeed later
     */
    public record Failure(String code, String message, boolean retryable) {}

    /**
     * When things happened.
     *
     * @param created at admission
     * @param started when the last attempt began
     * @param ended when it became final
     */
    public record Times(Instant created, Optional<Instant> started, Optional<Instant> ended) {}

    public Job {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(queuePosition, "queuePosition");
        outputs = List.copyOf(outputs);
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(error, "error");
        Objects.requireNonNull(times, "times");
    }
}
