package org.image2ai.privacy.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.image2ai.api.privacy.UndeclaredCalls;
import org.image2ai.privacy.roster.Finding.Kind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down which bundle called which host that it does not declare, once, and puts a bundle of others under quarantine
 * for it. One that a redirect led there did not choose the host: that is found as well, and costs it nothing.
 */
@Component(service = UndeclaredCalls.class, immediate = true)
public final class Calls implements UndeclaredCalls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
    private static final String ARROW = " -> ";
    private static final Duration GRAIN = Duration.ofMinutes(10);
    private static final int MOST_HOSTS = 20;
    private static final int MOST_CHARACTERS = 255;

    private final MemberRows rows;
    private final RosterService roster;
    private final Clock clock;
    private final Map<String, Map<String, Instant>> known = new ConcurrentHashMap<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "privacy-calls");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Calls(@Reference MemberRows rows, @Reference RosterService roster) {
        this(rows, roster, Clock.systemUTC());
    }

    Calls(MemberRows rows, RosterService roster, Clock clock) {
        this.rows = rows;
        this.roster = roster;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        writer.shutdown();
    }

    @Override
    public void refused(String bundle, String host, boolean led) {
        String message = message(host, led);
        if (!led) {
            // Each time: who is started again after its quarantine, and goes on, is put back there.
            roster.accuse(bundle, message);
        }
        if (!isNews(bundle, host)) {
            return;
        }
        try {
            writer.execute(() -> write(bundle, host, message));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nobody writes down any more that {} called {}.", bundle, host);
        }
    }

    /** A bundle that calls names at random fills neither the table nor the memory. */
    private boolean isNews(String bundle, String host) {
        Instant now = clock.instant();
        Map<String, Instant> hosts = known.computeIfAbsent(bundle, name -> new ConcurrentHashMap<>());
        synchronized (hosts) {
            Instant last = hosts.get(host);
            boolean news = last == null ? hosts.size() < MOST_HOSTS : now.isAfter(last.plus(GRAIN));
            if (news) {
                hosts.put(host, now);
            }
            return news;
        }
    }

    private static String message(String host, boolean led) {
        return (led ? "A redirect led it to " : "It called ") + cut(host) + ", which it does not declare.";
    }

    /** A name from a bundle's own words is cut before it is written. */
    private static String cut(String host) {
        return host.length() <= MOST_CHARACTERS ? host : host.substring(0, MOST_CHARACTERS);
    }

    private void write(String bundle, String host, String message) {
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            rows.found(Finding.now(Kind.HOST, bundle + ARROW + cut(host), bundle + ": " + message, now));
        } catch (RuntimeException e) {
            LOG.warn("It could not be written down that {} called an undeclared host.", bundle, e);
        }
    }

    /** Whether what was found is declared by now. */
    static boolean isDeclared(RosterService roster, Finding finding) {
        String[] parts = finding.subject().split(ARROW, 2);
        return roster.isDeclared(parts[0], parts[1]);
    }
}
