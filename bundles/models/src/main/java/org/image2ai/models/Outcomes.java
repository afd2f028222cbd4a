package org.image2ai.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.ErrorType;
import org.image2ai.api.Money;
import org.image2ai.api.PlatformException;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.RenderResult;

/** Draws from the end of each rendering what it says about its model, its account and its bundle. */
final class Outcomes {
    private static final Set<String> NOBODYS_FAULT =
            Set.of(Router.CANCELLED, "interrupted", "provider_busy", Router.MOVED, ImageRouter.PROVIDER_GONE);

    private final ModelsConfig config;
    private final Watches watches;

    Outcomes(ModelsConfig config, Watches watches) {
        this.config = config;
        this.watches = watches;
    }

    void succeeded(Candidate candidate, RenderResult result, long millis) {
        Health health = candidate.health();
        health.breaker().succeeded();
        health.took(candidate.fitted().pixels(), millis);
        Money cost = result.cost()
                .filter(said -> said.currency().equals(candidate.cost().currency()))
                .orElse(candidate.cost());
        LiveProvider provider = candidate.place().provider();
        provider.standing().end(candidate.cost(), cost.amount());
        watches.succeeded(provider);
    }

    void failed(Candidate candidate, PlatformException e) {
        LiveProvider provider = candidate.place().provider();
        BigDecimal cost = cost(e).filter(
                        said -> said.currency().equals(candidate.cost().currency()))
                .map(Money::amount)
                .orElse(BigDecimal.ZERO);
        provider.standing().end(candidate.cost(), cost);
        Breaker breaker = candidate.health().breaker();
        if (isFinal(e) || NOBODYS_FAULT.contains(e.code())) {
            breaker.ended();
        } else if (e.code().equals("vendor_auth")) {
            breaker.ended();
            provider.standing().refused();
        } else if (e.type() == ErrorType.EXHAUSTED) {
            breaker.ended();
            rest(candidate, e);
        } else {
            breaker.failed();
            watches.failed(provider, e.code() + ": " + e.getMessage());
        }
    }

    private void rest(Candidate candidate, PlatformException e) {
        if (e.code().equals("vendor_quota")) {
            Duration pause = e.retryAfter().orElse(Duration.ofMinutes(config.quotaMinutes()));
            candidate.place().provider().standing().usedUp(pause);
        } else {
            candidate.health().cool(e.retryAfter().orElse(Duration.ofSeconds(config.coolSeconds())));
        }
    }

    /** Whether another candidate could not mend it. */
    static boolean isFinal(PlatformException e) {
        return e.type() == ErrorType.INVALID
                || e.code().equals("content_refused")
                || e.code().equals("account_erased")
                || e.code().equals(Router.CANCELLED)
                || e.code().equals("interrupted")
                || e.code().equals(ImageRouter.PROVIDER_GONE);
    }

    /** What the vendor charged for a failure, where it said so. */
    static Optional<Money> cost(PlatformException e) {
        Map<String, String> details = e.details();
        if (!details.containsKey("cost") || !details.containsKey("currency")) {
            return Optional.empty();
        }
        try {
            BigDecimal amount = new BigDecimal(details.get("cost"));
            return Optional.of(new Money(amount.max(BigDecimal.ZERO), Currency.getInstance(details.get("currency"))));
        } catch (IllegalArgumentException notMoney) {
            return Optional.empty();
        }
    }
}
