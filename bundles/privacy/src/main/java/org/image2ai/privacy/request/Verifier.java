package org.image2ai.privacy.request;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The second look: every participant locates again, and the platform looks into its own custody past them. What is found
 * and not kept for a named reason makes the verification fail, with the name of its bundle.
 */
@Component(service = Verifier.class)
public final class Verifier {
    private final RequestRows rows;
    private final Progress progress;
    private final Ledger ledger;
    private final Walk walk;
    private final Others others;

    @Activate
    public Verifier(@Reference Evidence evidence, @Reference Walk walk) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.others = evidence.others();
    }

    /** Who is looked at: the frozen roster, and whoever came since. */
    private List<Walk.Place> places(Request request) {
        Set<Walk.Place> places = new LinkedHashSet<>();
        progress.asked(request.id())
                .forEach(asked -> places.add(new Walk.Place(request.account(), asked.bundle(), asked.holding())));
        walk.roster().members().forEach(member -> member.declaration()
                .holdings()
                .forEach(holding -> places.add(new Walk.Place(request.account(), member.bundle(), holding.name()))));
        return new ArrayList<>(places);
    }

    /**
     * Looks once.
     *
     * @return whether everybody could be looked at; where not, the ledger says who was not there
     */
    boolean look(Request request, Standing before) {
        Map<String, String> found = new TreeMap<>();
        Set<String> absent = new LinkedHashSet<>();
        for (Walk.Place place : places(request)) {
            try {
                look(place).ifPresent(hit -> found.merge(place.bundle(), hit, (a, b) -> a + "; " + b));
            } catch (PlatformException e) {
                absent.add(place.bundle());
            }
        }
        rows.transactions().required(() -> {
            block(request, before, absent);
            if (!found.isEmpty() || absent.isEmpty()) {
                tell(request, found);
            }
            return true;
        });
        return absent.isEmpty();
    }

    private void block(Request request, Standing before, Set<String> absent) {
        before.blockedBy().stream()
                .filter(bundle -> !absent.contains(bundle))
                .forEach(bundle -> ledger.append(request.id(), EventKind.UNBLOCKED, bundle));
        absent.stream()
                .filter(bundle -> !before.blockedBy().contains(bundle))
                .forEach(bundle -> ledger.append(request.id(), EventKind.BLOCKED, bundle));
    }

    private void tell(Request request, Map<String, String> found) {
        String number = String.valueOf(request.progress().looks() + 1);
        if (found.isEmpty()) {
            ledger.append(request.id(), EventKind.LOOK_CLEAN, "", Map.of("look", number));
        }
        found.forEach((bundle, what) ->
                ledger.append(request.id(), EventKind.LOOK_FOUND, bundle, Map.of("look", number, "found", what)));
        rows.change(request.id(), RequestEntity::looked);
    }

    /** What is found in a place; empty where all of it is kept for a named reason. */
    private Optional<String> look(Walk.Place place) {
        Member member = walk.roster()
                .find(place.bundle())
                .orElseThrow(() -> PlatformException.upstream("participant_absent", place.bundle(), true));
        AtomicLong kept = new AtomicLong();
        AtomicLong left = new AtomicLong();
        if (member.state() != Member.State.ORPHANED) {
            walk.pages(
                    place,
                    (participant, page) -> {
                        page.items().forEach(item -> (isKept(walk.plan(participant, place, item)) ? kept : left)
                                .incrementAndGet());
                        return true;
                    },
                    () -> {});
        }
        long custody = others.probe()
                .map(probe -> probe.count(Narrowed.to(member, place.holding()), place.subject()))
                .orElse(0L);
        if (left.get() > 0) {
            return Optional.of(left.get() + " items of " + place.holding());
        }
        boolean hidden = custody > 0 && kept.get() == 0;
        return hidden
                ? Optional.of(custody + " rows of " + place.holding() + ", of which it said nothing")
                : Optional.empty();
    }

    private static boolean isKept(Outcome outcome) {
        return outcome.status() == Outcome.Status.RETAINED || outcome.status() == Outcome.Status.PENDING_EXTERNAL;
    }
}
