package org.image2ai.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.privacy.LegalFreeze;
import org.image2ai.kit.privacy.Frozen;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends, every hour, what waited too long for a person, and forgets what is old. */
@Component(service = ModerationSweeper.class, immediate = true, configurationPid = "org.image2ai.moderation")
public final class ModerationSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ModerationSweeper.class);
    private static final int PAGE = 200;
    private static final Set<Review.State> KEPT =
            EnumSet.of(Review.State.REFUSED, Review.State.APPROVED, Review.State.REJECTED, Review.State.APPEALED);

    private final Reviews reviews;
    private final Strikes strikes;
    private final HeldFiles files;
    private final Duration held;
    private final Duration kept;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "moderation-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile LegalFreeze freeze;

    @Activate
    public ModerationSweeper(
            ModerationConfig config,
            @Reference Reviews reviews,
            @Reference Strikes strikes,
            @Reference HeldFiles files) {
        this(config, reviews, strikes, files, Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::quietly, 5, 60, TimeUnit.MINUTES);
    }

    ModerationSweeper(ModerationConfig config, Reviews reviews, Strikes strikes, HeldFiles files, Clock clock) {
        this.reviews = reviews;
        this.strikes = strikes;
        this.files = files;
        this.held = Duration.ofDays(config.heldDays());
        this.kept = Duration.ofDays(config.keepDays());
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            sweep();
        } catch (RuntimeException e) {
            LOG.warn("The sweep of reviews failed; it is tried again in an hour.", e);
        }
    }

    /** Looks at everything once. */
    void sweep() {
        Frozen.accounts(freeze).ifPresent(this::sweep);
    }

    /** @param frozen accounts of which nothing is removed */
    private void sweep(List<String> frozen) {
        Instant now = clock.instant();
        strikes.sweep(frozen);
        reviews.sweepClearances(now.minus(kept), frozen);
        // Nobody came: the picture is not shown, and nobody is punished for that.
        for (Review review : all(EnumSet.of(Review.State.HELD), now.minus(held), frozen)) {
            if (reviews.decide(review, Review.State.REJECTED, "Nobody looked at it in time.", now)) {
                files.remove(review.account(), review.id());
            }
        }
        all(KEPT, now.minus(kept), frozen).forEach(review -> reviews.remove(review.id()));
    }

    private List<Review> all(Set<Review.State> states, Instant before, List<String> frozen) {
        return reviews.over(states, before, frozen, PAGE);
    }
}
