package org.image2ai.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Those who could do a request, of whom the best is taken until none is left. Almost always the first is the last that is
 * asked for, so nothing is sorted.
 */
final class Shortlist {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A candidate and its place in the order.
     *
     * @param score the policy's number of its model
     * @param credits what its model costs at the first of its accounts
     * @param index its place among the accounts of its model
     */
    private record Entry(Candidate candidate, double score, BigDecimal credits, int index) {
        /** Who does all that is asked for comes first, then the policy decides, then the price; what is left by name. */
        boolean isBefore(Entry other) {
            int order = Boolean.compare(
                    candidate.place().standby(), other.candidate.place().standby());
            order = order != 0 ? order : Integer.compare(changes(), other.changes());
            order = order != 0 ? order : Double.compare(score, other.score);
            order = order != 0 ? order : credits.compareTo(other.credits);
            order = order != 0 ? order : candidate.model().compareTo(other.candidate.model());
            return order != 0 ? order < 0 : index < other.index;
        }

        private int changes() {
            return candidate.fitted().outcomes().size();
        }
    }

    /** Adds the accounts of one model, the best first. */
    void add(List<Candidate> places, double score) {
        BigDecimal credits = places.get(0).quote().credits();
        for (int i = 0; i < places.size(); i++) {
            entries.add(new Entry(places.get(i), score, credits, i));
        }
    }

    /** Adds the one account of a model. */
    void add(Candidate place, double score) {
        entries.add(new Entry(place, score, place.quote().credits(), 0));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** Takes the best of those who are preferred, or else of all. @return empty when none is left */
    Optional<Candidate> next(Predicate<Candidate> preferred) {
        int best = -1;
        boolean bestIsPreferred = false;
        for (int i = 0; i < entries.size(); i++) {
            boolean isPreferred = preferred.test(entries.get(i).candidate());
            if (best < 0
                    || isPreferred && !bestIsPreferred
                    || isPreferred == bestIsPreferred && entries.get(i).isBefore(entries.get(best))) {
                best = i;
                bestIsPreferred = isPreferred;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(entries.remove(best).candidate());
    }
}
