package org.image2ai.models;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Operation;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.RoutingRestrictions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** {@link ImageRouter} by what is allowed, capability, price ceiling, health, and then the policy. */
@Component
public final class Router implements ImageRouter {
    static final String CANCELLED = "cancelled";

    /** A provider that was chosen takes no new work any more: another choice is made. Nobody outside sees it. */
    static final String MOVED = "provider_moved";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ProviderRegistry registry;
    private final Policies policies;
    private final RetryBudget retries;
    private final Outcomes outcomes;

    /** Without it nothing is routed: after a restart nobody's objection may come too late. */
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile RoutingRestrictions restrictions;

    @Activate
    public Router(@Reference ProviderRegistry registry, @Reference Watches watches) {
        ModelsConfig config = registry.means().config();
        this.registry = registry;
        this.policies = new Policies(config);
        this.retries = new RetryBudget(config.retryPercent(), config.retryBurst());
        this.outcomes = new Outcomes(config, watches);
    }

    @Override
    public Quote quote(RouteRequest request) {
        Choice choice = choice(request);
        if (choice.isEmpty()) {
            return awaited(request);
        }
        Shortlist candidates = choice.candidates();
        PlatformException refusal = null;
        while (true) {
            // A probe may cost less than what is paid when it fails, so what is healthy says the price.
            Optional<Candidate> candidate = candidates.next(c -> c.health().isSound());
            if (candidate.isEmpty()) {
                throw refusal;
            }
            try {
                Check.pass(candidate.get().place().provider(), candidate.get().fitted());
                return candidate.get().quote();
            } catch (PlatformException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
    }

    /** What it would cost at a model that went a moment ago. */
    private Quote awaited(RouteRequest request) {
        List<CatalogueEntry> gone = request.model().equals(AUTO)
                ? registry.departures().of(request.operation())
                : registry.departures().find(request.model()).map(List::of).orElse(List.of());
        return choice(request).awaited(gone).orElseThrow(() -> nothing(request, false));
    }

    @Override
    public boolean isBusy(Operation operation, String model) {
        Snapshot now = registry.snapshot();
        List<Offer> offers = model.equals(AUTO)
                ? now.of(operation)
                : now.find(model).map(List::of).orElse(List.of());
        return !offers.isEmpty()
                && offers.stream().flatMap(offer -> offer.places().stream()).allMatch(place -> place.provider()
                        .isBusy());
    }

    @Override
    public RouteResult render(RouteRequest request, RenderSession session) {
        return new Route(this, request, session).run();
    }

    Choice choice(RouteRequest request) {
        return new Choice(request, registry.snapshot(), policies, Optional.ofNullable(restrictions));
    }

    /** Whether the account of a checkpoint's mark may come back. */
    boolean mayCome(String mark) {
        return registry.departures().placeMayCome(mark);
    }

    /** Why there is nothing to choose from. @param mayWait whether the work can be put off until there is */
    PlatformException nothing(RouteRequest request, boolean mayWait) {
        Departures departures = registry.departures();
        boolean auto = request.model().equals(AUTO);
        boolean mayCome = auto
                ? departures.isStarting() || !departures.of(request.operation()).isEmpty()
                : departures.mayCome(request.model());
        if (mayWait && mayCome) {
            return gone("The model is away; the work goes on when it is back.");
        }
        return auto
                ? Validator.refuse(
                        "unsupported_operation",
                        "operation",
                        "No live model can " + request.operation().wireName() + ".")
                : Validator.refuse(
                        "unknown_model", "model", "There is no live model of that name; see /api/v1/models.");
    }

    ModelsConfig config() {
        return registry.means().config();
    }

    Policies policies() {
        return policies;
    }

    RetryBudget retries() {
        return retries;
    }

    Outcomes outcomes() {
        return outcomes;
    }

    static PlatformException gone(String why) {
        return PlatformException.upstream(PROVIDER_GONE, why, true).retryAfter(PAUSE);
    }

    /** Why a model that could do it gets no work at the moment. */
    static PlatformException notNow(Candidate candidate) {
        return PlatformException.upstream(
                "no_model_available", candidate.model() + " is failing; try again later.", true);
    }
}
