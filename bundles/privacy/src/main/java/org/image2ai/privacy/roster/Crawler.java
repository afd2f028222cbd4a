package org.image2ai.privacy.roster;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.image2ai.privacy.roster.Finding.Kind;
import org.image2ai.privacy.roster.Member.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for data that nobody declares: tables, stored objects, and bundles that are not admitted. */
@Component(service = Crawler.class, immediate = true, configurationPid = "org.image2ai.privacy.roster")
public final class Crawler {
    private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);
    private static final int FIRST_MINUTES = 2;

    private final MemberRows rows;
    private final RosterService roster;
    private final Tables tables;
    private final StoredPrefixes prefixes;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-crawler");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Crawler(
            RosterConfig config,
            @Reference MemberRows rows,
            @Reference RosterService roster,
            @Reference Tables tables,
            @Reference StoredPrefixes prefixes) {
        this(rows, roster, tables, prefixes, Clock.systemUTC());
        if (config.crawlMinutes() > 0) {
            timer.scheduleWithFixedDelay(this::quietly, FIRST_MINUTES, config.crawlMinutes(), TimeUnit.MINUTES);
        }
    }

    Crawler(MemberRows rows, RosterService roster, Tables tables, StoredPrefixes prefixes, Clock clock) {
        this.rows = rows;
        this.roster = roster;
        this.tables = tables;
        this.prefixes = prefixes;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            crawl();
        } catch (RuntimeException e) {
            LOG.warn("The search for data that nobody declares ended early; it is done again.", e);
        }
    }

    /** Looks everywhere now. What is as it should be again is forgotten. @return what is not */
    public synchronized List<Finding> crawl() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<String> declared = roster.members().stream()
                .flatMap(member -> Judgement.places(member.declaration()))
                .distinct()
                .toList();
        tables(declared, now);
        bundles(now);
        rows.forget(List.of(Kind.TABLE, Kind.BUNDLE), now);
        prefixes(declared, now);
        rows.forget(List.of(Kind.PREFIX), now);
        hosts();
        proveEmpty();
        return rows.findings();
    }

    private void tables(List<String> declared, Instant now) {
        Set<String> impersonal = Impersonal.tables();
        tables.all().stream()
                .filter(table -> !declared.contains(table) && !impersonal.contains(table))
                .forEach(table ->
                        found(Kind.TABLE, table, "No bundle of the roster declares what is in this table.", now));
    }

    private void bundles(Instant now) {
        roster.refused().forEach((bundle, why) -> found(Kind.BUNDLE, bundle, "It is not admitted: " + why + ".", now));
        roster.members().stream()
                .filter(member -> member.state() == State.QUARANTINED || member.state() == State.ORPHANED)
                .filter(member -> !member.declaration().holdings().isEmpty())
                .filter(member -> !roster.refused().containsKey(member.bundle()))
                .forEach(member -> found(Kind.BUNDLE, member.bundle(), member.reason(), now));
    }

    private void prefixes(List<String> declared, Instant now) {
        List<Predicate<String>> patterns = declared.stream()
                .filter(Place::isPrefix)
                .map(Place::pattern)
                .map(Pattern::asMatchPredicate)
                .toList();
        Set<String> seen = new HashSet<>();
        prefixes.walk("", key -> {
            if (patterns.stream().noneMatch(pattern -> pattern.test(key)) && seen.add(folder(key))) {
                found(Kind.PREFIX, folder(key), "No bundle of the roster declares what is stored here.", now);
            }
            return true;
        });
    }

    private void hosts() {
        rows.findings().stream()
                .filter(finding -> finding.kind() == Kind.HOST)
                .filter(finding -> Calls.isDeclared(roster, finding))
                .forEach(rows::forget);
    }

    /** The folder of a key without the account that is in it: the message must not name a person. */
    private static String folder(String key) {
        String[] segments = key.split("/", 4);
        return segments.length < 3
                ? segments[0]
                : segments[0] + "/{account}/" + (segments.length > 3 ? segments[2] : "");
    }

    private void found(Kind kind, String subject, String message, Instant now) {
        rows.found(Finding.now(kind, subject, message, now));
    }

    /** A bundle that is gone is asked no more once nothing of it is left in any place that the platform can see. */
    private void proveEmpty() {
        Custody custody = new Custody(roster, tables, prefixes);
        roster.members().stream()
                .filter(member -> member.state() == State.ORPHANED)
                .filter(member -> member.declaration().recipients().isEmpty())
                .filter(member -> custody.left(member).isEmpty())
                .forEach(member -> roster.provenEmpty(member.bundle()));
    }
}
