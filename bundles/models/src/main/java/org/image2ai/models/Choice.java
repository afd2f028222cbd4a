package org.image2ai.models;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RoutingPolicy;
import org.image2ai.api.model.RoutingRestrictions;

/** The candidates of one request at one moment, the best first. Nothing here waits for anybody. */
final class Choice {
    private final RouteRequest request;
    private final Snapshot snapshot;
    private final Policies policies;
    private final Limits limits;
    private final RoutingPolicy policy;
    private final Optional<BigDecimal> ceiling;
    private PlatformException refusal;
    private Candidate cheapestBeyond;
    private Candidate unready;

    /** A model with the accounts that could do it, the best first, and its place in the order of the policy. */
    private record Ranked(List<Candidate> places, double score) {
        Candidate first() {
            return places.get(0);
        }
    }

    Choice(RouteRequest request, Snapshot snapshot, Policies policies, Optional<RoutingRestrictions> restrictions) {
        this.request = request;
        this.snapshot = snapshot;
        this.policies = policies;
        this.limits = Limits.of(request, restrictions);
        this.policy = policies.of(request);
        Optional<BigDecimal> wished = request.routing().maxCredits();
        this.ceiling = request.creditCeiling()
                .map(most -> wished.map(most::min).orElse(most))
                .or(() -> wished);
    }

    /** The models that are asked for, whether they can do it or not. */
    private List<Offer> asked() {
        return request.model().equals(ImageRouter.AUTO)
                ? snapshot.of(request.operation())
                : snapshot.find(request.model()).map(List::of).orElse(List.of());
    }

    /** Whether nothing that is asked for is there. */
    boolean isEmpty() {
        return asked().isEmpty();
    }

    /** Whether a place is there, by the mark of its checkpoints. */
    boolean has(String mark) {
        return snapshot.find(mark.split(" ", 2)[0]).stream()
                .flatMap(offer -> offer.places().stream())
                .anyMatch(place -> place.mark().equals(mark));
    }

    /**
     * Who gets the work, in this order.
     *
     * @throws PlatformException when nobody can, saying why
     */
    List<Candidate> candidates() {
        List<Ranked> ranked = new ArrayList<>();
        for (Offer offer : asked()) {
            List<Candidate> places = places(offer);
            if (!places.isEmpty()) {
                ranked.add(new Ranked(places, policies.score(policy, places.get(0))));
            }
        }
        if (ranked.isEmpty()) {
            throw nobody();
        }
        ranked.sort(Comparator.comparing((Ranked r) -> r.first().place().standby())
                .thenComparing(r -> r.first().fitted().outcomes().size())
                .thenComparingDouble(Ranked::score)
                .thenComparing(r -> r.first().quote().credits())
                .thenComparing(r -> r.first().model()));
        List<Candidate> candidates = new ArrayList<>();
        ranked.forEach(one -> candidates.addAll(one.places()));
        candidates.sort(Comparator.comparing(candidate -> candidate.place().standby()));
        return candidates;
    }

    private List<Candidate> places(Offer offer) {
        List<Place> places = offer.places();
        if (places.size() == 1) {
            return candidate(places.get(0)).map(List::of).orElse(List.of());
        }
        return places.stream()
                .sorted(Place.best(request.operation()))
                .flatMap(place -> candidate(place).stream())
                .toList();
    }

    private Optional<Candidate> candidate(Place place) {
        PlatformException no = limits.refusal(place.entry());
        if (no != null) {
            refuse(no);
            return Optional.empty();
        }
        Fitted fitted;
        try {
            fitted = Validator.fit(place.entry(), request);
        } catch (PlatformException e) {
            refuse(e);
            return Optional.empty();
        }
        return Prices.of(fitted)
                .map(price -> new Candidate(place, fitted, price))
                .filter(this::isAffordable)
                .filter(this::isReady);
    }

    private void refuse(PlatformException why) {
        refusal = refusal == null ? why : refusal;
    }

    private boolean isAffordable(Candidate candidate) {
        BigDecimal credits = candidate.quote().credits();
        if (ceiling.isEmpty() || credits.compareTo(ceiling.get()) <= 0) {
            return true;
        }
        if (cheapestBeyond == null || credits.compareTo(cheapestBeyond.quote().credits()) < 0) {
            cheapestBeyond = candidate;
        }
        return false;
    }

    private boolean isReady(Candidate candidate) {
        boolean ready = candidate.admits();
        unready = ready || unready != null ? unready : candidate;
        return ready;
    }

    private PlatformException nobody() {
        if (unready != null) {
            return Router.notNow(unready);
        }
        if (cheapestBeyond != null) {
            return PlatformException.exhausted(
                    "price_ceiling",
                    "The cheapest model costs "
                            + cheapestBeyond.quote().credits().toPlainString() + " credits; at most "
                            + ceiling.orElseThrow().toPlainString() + " may be spent.",
                    false);
        }
        if (refusal != null) {
            return refusal;
        }
        return PlatformException.upstream(
                "no_model_available",
                "No model has a price for this " + request.operation().wireName() + ".",
                false);
    }
}
