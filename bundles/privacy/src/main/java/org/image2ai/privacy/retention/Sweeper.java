package org.image2ai.privacy.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.storage.DeletedRows;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Micros;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every bundle remove what is older than it declares, a page at a time, every night. Before the first time, and
 * whenever somebody wants to know, it only counts.
 */
@Component(service = Sweeper.class, immediate = true, configurationPid = "org.image2ai.privacy.retention")
@Designate(ocd = RetentionConfig.class)
public final class Sweeper {
    static final String TIMER = "timer";
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5_000;
    private static final int COUNTED = 100_000;
    private static final Duration REPORTS = Duration.ofDays(365);

    private final LocalTime at;
    private final Roster roster;
    private final RetentionRows rows;
    private final InactiveAccounts inactive;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile DeletedRows deletedRows;

    private final ReentrantLock one = new ReentrantLock();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Sweeper(
            RetentionConfig config,
            @Reference Roster roster,
            @Reference RetentionRows rows,
            @Reference InactiveAccounts inactive) {
        this(config, roster, rows, inactive, Clock.systemUTC());
        next();
    }

    Sweeper(RetentionConfig config, Roster roster, RetentionRows rows, InactiveAccounts inactive, Clock clock) {
        this.at = LocalTime.parse(config.sweepAt());
        this.roster = roster;
        this.rows = rows;
        this.inactive = inactive;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void next() {
        timer.schedule(this::night, untilNext(clock.instant()).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How long it is until the sweep of the next night. */
    Duration untilNext(Instant now) {
        ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(at);
        return Duration.between(now, (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant());
    }

    private void night() {
        try {
            if (rows.sweeps(1).isEmpty()) {
                sweep(true, TIMER);
            }
            sweep(false, TIMER);
        } catch (RuntimeException e) {
            LOG.warn("The sweep of this night failed; the next is tomorrow.", e);
        } finally {
            next();
        }
    }

    /**
     * Looks at everything once.
     *
     * @param dryRun whether nothing is removed
     * @throws PlatformException CONFLICT {@code sweep_running}
     */
    Sweep sweep(boolean dryRun, String actor) {
        if (!one.tryLock()) {
            throw PlatformException.conflict("sweep_running", "A sweep is at work already.");
        }
        try {
            Instant started = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<Sweep.Line> lines = new ArrayList<>();
            for (Member member : roster.members()) {
                member.declaration().holdings().forEach(holding -> lines.add(sweep(member, holding, started, dryRun)));
            }
            lines.add(inactive.sweep(dryRun));
            Instant ended = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Sweep sweep = new Sweep(Ids.next("swp"), dryRun, actor, started, ended, lines);
            rows.add(sweep);
            rows.store().run(em -> em.createNamedQuery("sweep.forget")
                    .setParameter("before", Micros.of(started.minus(REPORTS)))
                    .executeUpdate());
            DeletedRows database = deletedRows;
            if (!dryRun && items(lines) > 0 && database != null) {
                database.purge();
            }
            LOG.info("The sweep {} {} {} items.", sweep.id(), dryRun ? "counted" : "removed", items(lines));
            return sweep;
        } finally {
            one.unlock();
        }
    }

    private static long items(List<Sweep.Line> lines) {
        return lines.stream().mapToLong(Sweep.Line::items).sum();
    }

    private Sweep.Line sweep(Member member, Holding holding, Instant now, boolean dryRun) {
        long items = 0;
        String problem = "";
        try {
            int gone = dryRun ? COUNTED : PAGE;
            int limit = gone;
            for (int page = 0; gone >= limit && page < (dryRun ? 1 : MOST_PAGES); page++) {
                gone = roster.ask(
                        member.bundle(), participant -> participant.sweep(holding.name(), now, dryRun, limit));
                items += gone;
            }
        } catch (PlatformException e) {
            problem = e.code();
        }
        return new Sweep.Line(
                member.bundle(), holding.name(), holding.retention().active(), items, problem);
    }
}
