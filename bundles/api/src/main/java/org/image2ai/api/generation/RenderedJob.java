package org.image2ai.api.generation;

import java.util.Map;
import java.util.Objects;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.RouteResult;

/**
 * A job whose pictures are staged.
 *
 * @param claim the job
 * @param route who rendered, and how
 * @param millis how long it took
 * @param inspected the outputs that were found to be pictures and are kept, by number; empty before the verification
 */
public record RenderedJob(ClaimedJob claim, RouteResult route, long millis, Map<Integer, Library.Inspected> inspected) {
    public RenderedJob {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(route, "route");
        inspected = Map.copyOf(inspected);
    }
}
