package org.image2ai.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.DigitalSourceType;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Quote;
import org.image2ai.api.model.RenderResult;
import org.image2ai.api.model.RenderSession;
import org.image2ai.api.model.RouteRequest;
import org.image2ai.api.model.RouteResult;
import org.image2ai.api.model.RouteResult.Attempt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link ImageRouter} by capability, then price ceiling, then health, then price. */
@Component
public final class Router implements ImageRouter {
    static final String CANCELLED = "cancelled";

    private final ProviderRegistry registry;
    private final ModelsConfig config;

    @Activate
    public Router(@Reference ProviderRegistry registry) {
        this.registry = registry;
        this.config = registry.config();
    }

    /** A model that can do what is asked, and what it costs there. */
    private record Candidate(Fitted fitted, Quote quote, LiveProvider provider) {
        String model() {
            return fitted.entry().fullName();
        }
    }

    @Override
    public Quote quote(RouteRequest request) {
        return candidates(request).get(0).quote();
    }

    @Override
    public RouteResult render(RouteRequest request, RenderSession session) {
        List<Attempt> attempts = new ArrayList<>();
        PlatformException last = null;
        for (Candidate candidate : resumed(candidates(request), session)) {
            String why = why(request, attempts);
            long began = System.nanoTime();
            try {
                RenderResult result = new Rendering(candidate.provider(), candidate.fitted(), session, config).run();
                candidate.provider().succeeded();
                attempts.add(new Attempt(candidate.model(), why, "", since(began)));
                return result(candidate, result, attempts);
            } catch (PlatformException e) {
                attempts.add(new Attempt(candidate.model(), why, e.code(), since(began)));
                judge(candidate.provider(), e);
                if (isFinal(e)) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    private static RouteResult result(Candidate candidate, RenderResult result, List<Attempt> attempts) {
        LiveProvider.Facts facts = candidate.provider().facts();
        BigDecimal price = candidate.quote().creditsPerImage();
        DigitalSourceType source = candidate
                .fitted()
                .entry()
                .model()
                .source(candidate.fitted().request().operation());
        return new RouteResult(candidate.model(), facts.id(), facts.vendor(), result, price, source, attempts);
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private static String why(RouteRequest request, List<Attempt> attempts) {
        if (!attempts.isEmpty()) {
            return "the one before failed";
        }
        return request.model().equals(AUTO) ? "cheapest healthy model that can do it" : "asked for by name";
    }

    /** Whether another candidate could not mend it. */
    private static boolean isFinal(PlatformException e) {
        return e.type() == ErrorType.INVALID
                || e.code().equals("content_refused")
                || e.code().equals(CANCELLED)
                || e.code().equals("interrupted");
    }

    /** What is the request's fault, or the person's wish, says nothing about a provider's health. */
    private static void judge(LiveProvider provider, PlatformException e) {
        if (!isFinal(e) && e.type() != ErrorType.EXHAUSTED && !e.code().equals("provider_busy")) {
            provider.failed();
        }
    }

    /** Work that a model has begun goes on there: anything else would pay a vendor twice. */
    private static List<Candidate> resumed(List<Candidate> candidates, RenderSession session) {
        Optional<String> begun = FencedSession.modelOf(session);
        return candidates.stream()
                .sorted(Comparator.comparing(c -> !begun.equals(Optional.of(c.model()))))
                .toList();
    }

    /** The models that can do it, the best first; never empty. */
    private List<Candidate> candidates(RouteRequest request) {
        List<Candidate> able = able(request);
        List<Candidate> affordable = able.stream()
                .filter(c -> request.creditCeiling().stream()
                        .allMatch(most -> c.quote().credits().compareTo(most) <= 0))
                .toList();
        if (affordable.isEmpty()) {
            throw PlatformException.exhausted(
                    "price_ceiling",
                    "The cheapest model costs " + able.get(0).quote().credits().toPlainString() + " credits; at most "
                            + request.creditCeiling().orElseThrow().toPlainString() + " may be spent.",
                    false);
        }
        List<Candidate> ready =
                affordable.stream().filter(c -> c.provider().admits()).toList();
        if (ready.isEmpty()) {
            throw PlatformException.upstream(
                    "no_model_available", affordable.get(0).model() + " is failing; try again later.", true);
        }
        return ready.stream()
                .sorted(Comparator.comparing(c -> !c.provider().healthy()))
                .toList();
    }

    /** The models whose capabilities the request fits and that do not refuse its words, the cheapest first. */
    private List<Candidate> able(RouteRequest request) {
        List<Candidate> able = new ArrayList<>();
        PlatformException refusal = null;
        for (CatalogueEntry entry : asked(request)) {
            try {
                Fitted fitted = Validator.fit(entry, request);
                Optional<LiveProvider> provider = registry.provider(entry.provider());
                provider.ifPresent(p -> Check.pass(p, fitted));
                Prices.quote(fitted)
                        .ifPresent(quote -> provider.ifPresent(p -> able.add(new Candidate(fitted, quote, p))));
            } catch (PlatformException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (able.isEmpty()) {
            throw refusal != null ? refusal : unpriced(request);
        }
        able.sort(Comparator.comparing((Candidate c) -> c.quote().credits()).thenComparing(Candidate::model));
        return able;
    }

    private List<CatalogueEntry> asked(RouteRequest request) {
        if (!request.model().equals(AUTO)) {
            return List.of(registry.find(request.model())
                    .orElseThrow(() -> Validator.refuse(
                            "unknown_model", "model", "There is no live model of that name; see /api/v1/models.")));
        }
        List<CatalogueEntry> able = registry.models().stream()
                .filter(e -> e.model().operations().contains(request.operation()))
                .toList();
        if (able.isEmpty()) {
            throw Validator.refuse(
                    "unsupported_operation",
                    "operation",
                    "No live model can " + request.operation().wireName() + ".");
        }
        return able;
    }

    private static PlatformException unpriced(RouteRequest request) {
        return PlatformException.upstream(
                "no_model_available",
                "No model has a price for " + request.operation().wireName() + ".",
                false);
    }
}
