package org.image2ai.api.generation;

import java.util.Map;
import java.util.Objects;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.moderation.Verdict;

/**
 * A job whose pictures are staged.
 *
 * @param claim the job
 * @param route who rendered, and how
 * @param millis how long it took
 * @param inspected the outputs that were found to be pictures and are kept, by number; empty before the verification
 * @param withheld the outputs that their review did not let through, by number
 */
public record RenderedJob(
        ClaimedJob claim,
        RouteResult route,
        long millis,
        Map<Integer, Library.Inspected> inspected,
        Map<Integer, Verdict> withheld) {
    public RenderedJob {
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(route, "route");
        inspected = Map.copyOf(inspected);
        withheld = Map.copyOf(withheld);
    }
}
