package org.image2ai.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.ParameterOutcome;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.RouteResult.Attempt;
import org.image2ai.api.model.RoutingPolicy;

/** One request on its way: candidate after candidate, until one succeeds or fails in a way that no other could mend. */
final class Route {
    private static final int MOST_MOVES = 5;

    private final Router router;
    private final RouteRequest request;
    private final RenderSession session;
    private final Optional<String> begun;
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<Tried> tried = new HashSet<>();
    private String firstAsked;
    private PlatformException last;
    private boolean moved;

    private record Tried(LiveProvider provider, String model) {
        static Tried of(Candidate candidate) {
            return new Tried(candidate.place().provider(), candidate.model());
        }
    }

    Route(Router router, RouteRequest request, RenderSession session) {
        this.router = router;
        this.request = request;
        this.session = session;
        this.begun = FencedSession.begunAt(session);
    }

    RouteResult run() {
        for (int moves = 0; moves <= MOST_MOVES; moves++) {
            moved = false;
            Optional<RouteResult> result = tryAll(candidates());
            if (result.isPresent()) {
                return result.get();
            }
            if (!moved) {
                throw last;
            }
        }
        throw Router.gone("The models that can do it are being replaced.");
    }

    private Shortlist candidates() {
        Choice choice = router.choice(request);
        if (begun.filter(mark -> !choice.has(mark) && router.mayCome(mark)).isPresent()) {
            throw Router.gone("What this work was begun with is away; it goes on when it is back.");
        }
        if (choice.isEmpty()) {
            throw router.nothing(request, true);
        }
        return choice.candidates();
    }

    /** Work that a place has begun goes on there: anything else would pay a vendor twice. */
    private boolean isBegun(Candidate candidate) {
        return begun.isPresent() && begun.get().equals(candidate.place().mark());
    }

    private Optional<RouteResult> tryAll(Shortlist candidates) {
        for (Optional<Candidate> next = candidates.next(this::isBegun);
                next.isPresent();
                next = candidates.next(this::isBegun)) {
            Candidate candidate = next.get();
            if (tried.contains(Tried.of(candidate))) {
                continue;
            }
            if (!mayTry(candidate)) {
                last = last == null ? Router.notNow(candidate) : last;
                continue;
            }
            Optional<RouteResult> result = attempt(candidate);
            if (result.isPresent() || moved) {
                return result;
            }
        }
        return Optional.empty();
    }

    private boolean mayTry(Candidate candidate) {
        if (firstAsked == null) {
            firstAsked = candidate.place().provider().account().id();
            router.retries().first(firstAsked);
        }
        return attempts.isEmpty() || router.retries().again(firstAsked);
    }

    private Optional<RouteResult> attempt(Candidate candidate) {
        if (!passes(candidate) || !begins(candidate)) {
            last = last == null ? Router.notNow(candidate) : last;
            return Optional.empty();
        }
        String why = why();
        long began = System.nanoTime();
        try {
            RenderResult result = new Rendering(candidate, session, router.config()).run();
            router.outcomes().succeeded(candidate, result, since(began));
            router.policies().served(request, candidate.model());
            attempts.add(new Attempt(candidate.model(), why, "", since(began)));
            return Optional.of(result(candidate, result));
        } catch (PlatformException e) {
            router.outcomes().failed(candidate, e);
            if (e.code().equals(Router.MOVED)) {
                moved = true;
                return Optional.empty();
            }
            attempts.add(new Attempt(candidate.model(), why, e.code(), since(began), Outcomes.cost(e)));
            tried.add(Tried.of(candidate));
            last = e;
            if (Outcomes.isFinal(e)) {
                throw e;
            }
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            // No thread to be had, or the like: what was taken for the attempt is given back all the same.
            router.outcomes().failed(candidate, PlatformException.upstream("interrupted", "It did not begin.", true));
            throw e;
        }
    }

    private boolean passes(Candidate candidate) {
        try {
            Check.pass(candidate.place().provider(), candidate.fitted());
            return true;
        } catch (PlatformException refusal) {
            last = last == null ? refusal : last;
            return false;
        }
    }

    /** Takes the breaker's leave and the budget's; each of the two is given back by {@link Outcomes}. */
    private static boolean begins(Candidate candidate) {
        if (!candidate.health().breaker().enter()) {
            return false;
        }
        if (!candidate.place().provider().standing().begin(candidate.price())) {
            candidate.health().breaker().ended();
            return false;
        }
        return true;
    }

    private RouteResult result(Candidate candidate, RenderResult result) {
        CatalogueEntry entry = candidate.place().entry();
        DigitalSourceType source = result.source().orElseGet(() -> entry.model().source(request.operation()));
        return new RouteResult(
                candidate.model(),
                entry.provider(),
                entry.vendor(),
                withOutcomes(result, candidate.fitted().outcomes()),
                candidate.quote().creditsPerImage(),
                source,
                attempts,
                Optional.of(candidate.cost()).filter(cost -> cost.amount().signum() > 0));
    }

    private static RenderResult withOutcomes(RenderResult result, List<ParameterOutcome> ours) {
        Set<String> named = new HashSet<>();
        ours.forEach(outcome -> named.add(outcome.name()));
        List<ParameterOutcome> all = Stream.concat(
                        ours.stream(), result.parameters().stream().filter(o -> !named.contains(o.name())))
                .toList();
        return new RenderResult(
                result.images(), all, result.cost(), result.vendorRequestId(), result.details(), result.source());
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private String why() {
        if (!attempts.isEmpty()) {
            return "the one before failed";
        }
        if (!request.model().equals(ImageRouter.AUTO)) {
            return "asked for by name";
        }
        RoutingPolicy policy = router.policies().of(request);
        return policy == RoutingPolicy.CHEAPEST
                ? "cheapest healthy model that can do it"
                : "first by the policy " + policy.wireName();
    }
}
