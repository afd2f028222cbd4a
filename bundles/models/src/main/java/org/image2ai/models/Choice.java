package org.image2ai.models;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RoutingPolicy;
import org.image2ai.api.model.RoutingRestrictions;

/** Who could do one request at one moment. Nothing here waits for anybody. */
final class Choice {
    private final RouteRequest request;
    private final Wish wish;
    private final Snapshot snapshot;
    private final Policies policies;
    private final Limits limits;
    private final RoutingPolicy policy;
    private final Optional<BigDecimal> ceiling;
    private PlatformException refusal;
    private Quote cheapestBeyond;
    private Candidate unready;

    Choice(RouteRequest request, Snapshot snapshot, Policies policies, Optional<RoutingRestrictions> restrictions) {
        this.request = request;
        this.wish = Wish.of(request);
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

    /** Whether an account with a model is there, by the mark of its checkpoints. */
    boolean has(String mark) {
        return snapshot.marks().contains(mark);
    }

    /**
     * Who could do the work now.
     *
     * @throws PlatformException when nobody can, saying why
     */
    Shortlist candidates() {
        Shortlist candidates = new Shortlist();
        for (Offer offer : asked()) {
            List<Place> places = offer.places();
            if (places.size() == 1) {
                Candidate candidate = candidate(places.get(0));
                if (candidate != null) {
                    candidates.add(candidate, policies.score(policy, candidate));
                }
            } else {
                addAll(places, candidates);
            }
        }
        if (candidates.isEmpty()) {
            throw nobody();
        }
        return candidates;
    }

    private void addAll(List<Place> places, Shortlist candidates) {
        List<Candidate> able = places.stream()
                .sorted(Place.best(request.operation()))
                .map(this::candidate)
                .filter(Objects::nonNull)
                .toList();
        if (!able.isEmpty()) {
            candidates.add(able, policies.score(policy, able.get(0)));
        }
    }

    /** A place, if it can do the work now; else {@code null}, for hundreds are asked each time. */
    private Candidate candidate(Place place) {
        PlatformException no = limits.refusal(place);
        if (no != null) {
            refuse(no);
            return null;
        }
        Fitted fitted = fitted(place.entry());
        Prices.Priced price = fitted == null ? null : price(fitted);
        if (price == null) {
            return null;
        }
        Candidate candidate = new Candidate(place, fitted, price);
        return isReady(candidate) ? candidate : null;
    }

    private Fitted fitted(CatalogueEntry entry) {
        PlatformException no = limits.refusal(entry);
        if (no != null) {
            refuse(no);
            return null;
        }
        if (refusal != null && Parameters.lacks(entry, wish)) {
            // Only the first refusal is told; the words of hundreds would be dear.
            return null;
        }
        try {
            return Validator.fit(entry, wish);
        } catch (PlatformException e) {
            refuse(e);
            return null;
        }
    }

    /** What it costs, if it has a price that may be paid. */
    private Prices.Priced price(Fitted fitted) {
        Prices.Priced price = Prices.of(fitted);
        return price != null && isAffordable(price.quote()) ? price : null;
    }

    /**
     * The least that it would cost at models that went a moment ago.
     *
     * @return empty when there are none
     * @throws PlatformException when none of them could do it, saying why
     */
    Optional<Quote> awaited(List<CatalogueEntry> gone) {
        Optional<Quote> cheapest = gone.stream()
                .map(this::fitted)
                .filter(Objects::nonNull)
                .map(this::price)
                .filter(Objects::nonNull)
                .map(Prices.Priced::quote)
                .min(Comparator.comparing(Quote::credits));
        if (cheapest.isEmpty() && !gone.isEmpty()) {
            throw nobody();
        }
        return cheapest;
    }

    private void refuse(PlatformException why) {
        refusal = refusal == null ? why : refusal;
    }

    private boolean isAffordable(Quote quote) {
        if (ceiling.isEmpty() || quote.credits().compareTo(ceiling.get()) <= 0) {
            return true;
        }
        if (cheapestBeyond == null || quote.credits().compareTo(cheapestBeyond.credits()) < 0) {
            cheapestBeyond = quote;
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
                            + cheapestBeyond.credits().toPlainString() + " credits; at most "
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
