package org.image2ai.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.moderation.ContentCategory;
import org.image2ai.kit.Micros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Strikes of accounts: they add up, suspend an account at a limit, and are forgotten one after the other. */
@Component(service = Strikes.class, configurationPid = "org.image2ai.moderation")
public final class Strikes {
    /** An account without strikes is not asked about again for so long; another instance may give it one meanwhile. */
    private static final Duration CLEAN = Duration.ofSeconds(5);

    private static final int MOST_CLEAN = 50_000;

    private final Reviews reviews;
    private final Levels points;
    private final int limit;
    private final Duration life;
    private final Clock clock;
    private final Map<AccountId, Instant> clean = new ConcurrentHashMap<>();

    @Activate
    public Strikes(ModerationConfig config, @Reference Reviews reviews) {
        this(config, reviews, Clock.systemUTC());
    }

    Strikes(ModerationConfig config, Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.points = Levels.parse("strikePoints", config.strikePoints());
        this.limit = config.strikeLimit();
        this.life = Duration.ofDays(config.strikeDays());
        this.clock = clock;
    }

    int limit() {
        return limit;
    }

    /** Gives the strike of a review, where its category has points; a second time changes nothing. */
    void give(Review review) {
        ContentCategory category = review.finding().category();
        int weight = (int) points.get(category).orElse(0);
        if (weight > 0) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Strike strike = new Strike(review.id(), category, weight, now, now.plus(life));
            reviews.store().run(em -> em.merge(StrikeEntity.from(strike, review.account())));
            clean.remove(review.account());
        }
    }

    /** Takes the strike of a review back. @return whether there was one */
    boolean lift(String review) {
        return reviews.store()
                .write(em -> em.createNamedQuery("strike.remove")
                                .setParameter("id", review)
                                .executeUpdate()
                        > 0);
    }

    /** The strikes that count, those that are forgotten first first. */
    List<Strike> live(AccountId account) {
        return strikes("strike.live", account, true);
    }

    /** Also those whose time is over, until they are swept. */
    List<Strike> all(AccountId account) {
        return strikes("strike.ofAccount", account, false);
    }

    private List<Strike> strikes(String query, AccountId account, boolean live) {
        return reviews.store().read(em -> {
            var found = em.createNamedQuery(query, StrikeEntity.class).setParameter("account", account.value());
            if (live) {
                found.setParameter("now", Micros.of(clock.instant()));
            }
            return found.getResultList().stream().map(StrikeEntity::toRecord).toList();
        });
    }

    /** Until when strikes suspend an account; empty when they do not. */
    Optional<Instant> suspendedUntil(List<Strike> live) {
        List<Strike> left = new ArrayList<>(live);
        Instant until = null;
        while (limit > 0 && left.stream().mapToInt(Strike::points).sum() >= limit) {
            until = left.remove(0).expires();
        }
        return Optional.ofNullable(until);
    }

    /** @throws PlatformException DENIED {@code account_suspended_for_content} */
    void requireGoodStanding(AccountId account) {
        Instant now = clock.instant();
        if (clean.getOrDefault(account, Instant.MIN).isAfter(now)) {
            return;
        }
        List<Strike> live = live(account);
        if (live.isEmpty()) {
            remember(account, now);
            return;
        }
        suspendedUntil(live).ifPresent(until -> {
            throw suspended(until.truncatedTo(ChronoUnit.SECONDS));
        });
    }

    private void remember(AccountId account, Instant now) {
        if (clean.size() >= MOST_CLEAN) {
            clean.clear();
        }
        clean.put(account, now.plus(CLEAN));
    }

    private static PlatformException suspended(Instant until) {
        return PlatformException.denied(
                        "account_suspended_for_content",
                        "Too much of what this account sent was refused; it is suspended until " + until
                                + ". GET /api/v1/reviews says what it was, and how to appeal.")
                .withDetails(Map.of("until", until.toString(), "reviews", "/api/v1/reviews"));
    }

    /** Forgets those whose time is over. @return how many */
    int sweep(List<String> frozen) {
        return reviews.store().write(em -> em.createNamedQuery("strike.sweep")
                .setParameter("now", Micros.of(clock.instant()))
                .setParameter("frozen", frozen)
                .executeUpdate());
    }
}
