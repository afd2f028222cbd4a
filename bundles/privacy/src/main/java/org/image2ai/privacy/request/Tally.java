package org.image2ai.privacy.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.image2ai.api.privacy.Outcome;

/** Counts of outcomes, by holding, status, reason and end. */
public final class Tally {
    private final Map<String, Line> lines = new TreeMap<>();

    /** What is counted. */
    enum Phase {
        /** What would be done. */
        PLAN,
        /** What was done. */
        RUN
    }

    /**
     * So many items of one outcome.
     *
     * @param bundle whose
     * @param holding of which holding
     * @param status what: a status of {@link Outcome}, or what else a request does
     * @param reason why it is kept or failed; empty otherwise
     * @param untilDay until when it is kept, ISO 8601; empty otherwise
     * @param items how many
     */
    public record Line(String bundle, String holding, String status, String reason, String untilDay, long items) {
        String kind() {
            return String.join("\n", bundle, holding, status, reason, untilDay);
        }
    }

    static Line line(String bundle, String holding, Outcome outcome) {
        String until = outcome.until().map(Object::toString).orElse("");
        return new Line(bundle, holding, outcome.status().name(), RequestRows.cut(outcome.reason()), until, 1);
    }

    void add(Line line) {
        lines.merge(
                line.kind(),
                line,
                (a, b) ->
                        new Line(a.bundle(), a.holding(), a.status(), a.reason(), a.untilDay(), a.items() + b.items()));
    }

    List<Line> lines() {
        return new ArrayList<>(lines.values());
    }
}
