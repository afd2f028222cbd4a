package org.image2ai.privacy.retention;

import java.time.Instant;
import java.util.List;

/**
 * What a sweep removed, or would have.
 *
 * @param id unique
 * @param dryRun whether it only looked
 * @param startedBy who began it; {@code timer} at night
 * @param started when
 * @param ended when
 * @param lines what became of each holding
 */
public record Sweep(String id, boolean dryRun, String startedBy, Instant started, Instant ended, List<Line> lines) {
    /**
     * What became of a holding.
     *
     * @param bundle of which bundle
     * @param holding which
     * @param kept how long it is kept while the account is active, as its bundle declares
     * @param items how many items went, or would
     * @param problem why not all were looked at; empty when they were
     */
    public record Line(String bundle, String holding, String kept, long items, String problem) {}

    public Sweep {
        lines = List.copyOf(lines);
    }
}
