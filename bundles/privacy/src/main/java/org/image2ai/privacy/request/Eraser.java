package org.image2ai.privacy.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Has a participant erase what it holds, a page in a transaction. What a crash cut short goes on where it was: items
 * that are gone are not located again, and items that are kept are written down once.
 */
@Component(service = Eraser.class)
public final class Eraser {
    /** So often a holding is gone through: what came in between is found by the next round. */
    private static final int ROUNDS = 3;

    private final RequestRows rows;
    private final Progress progress;
    private final Walk walk;
    private final Externals externals;
    private final Others others;

    @Activate
    public Eraser(@Reference Evidence evidence, @Reference Walk walk, @Reference Externals externals) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.walk = walk;
        this.externals = externals;
        this.others = evidence.others();
    }

    /** Erases one holding. @param alive is called after each page */
    void erase(Request request, Asked asked, Member member, Runnable alive) {
        externals.open(request, member);
        if (member.state() == Member.State.ORPHANED) {
            orphaned(request, asked, member);
            return;
        }
        Walk.Place place = new Walk.Place(request.account(), asked.bundle(), asked.holding());
        AtomicLong failed = new AtomicLong();
        AtomicLong gone = new AtomicLong(1);
        for (int round = 0; round < ROUNDS && gone.get() > 0; round++) {
            gone.set(0);
            failed.set(0);
            walk.pages(
                    place,
                    (participant, page) ->
                            gone.addAndGet(page(new Part(request, place, participant), page.items(), failed)) >= 0,
                    alive);
        }
        if (failed.get() > 0) {
            throw PlatformException.upstream(
                    "items_failed", failed.get() + " items of " + asked.holding() + " could not be erased.", true);
        }
    }

    /** Its bundle is no more: the platform erases what it can see, and asks a person for the rest. */
    private void orphaned(Request request, Asked asked, Member member) {
        Probe probe = others.probe()
                .orElseThrow(() -> PlatformException.upstream(
                        "participant_absent", asked.bundle() + " was torn out, and nobody can look for it.", true));
        List<String> unseen = probe.erase(Narrowed.to(member, asked.holding()), request.account());
        if (!unseen.isEmpty()) {
            externals.orphan(request, asked, unseen);
        }
    }

    /** Who erases what for whom. */
    private record Part(Request request, Walk.Place place, PersonalDataParticipant participant) {}

    /** A page at once; where that fails, each of its items alone, so that one costs no other. */
    private long page(Part part, List<HeldItem> items, AtomicLong failed) {
        if (items.isEmpty()) {
            return 0;
        }
        try {
            return rows.transactions().required(() -> erase(part, items));
        } catch (RuntimeException e) {
            return items.stream().mapToLong(item -> alone(part, item, failed)).sum();
        }
    }

    private long alone(Part part, HeldItem item, AtomicLong failed) {
        try {
            return rows.transactions().required(() -> erase(part, List.of(item)));
        } catch (RuntimeException e) {
            failed.incrementAndGet();
            String reason = e instanceof PlatformException
                    ? e.getMessage()
                    : e.getClass().getSimpleName();
            Outcome outcome = new Outcome(Outcome.Status.FAILED, reason, Optional.empty());
            String bundle = part.place().bundle();
            progress.record(
                    part.request().id(), new Progress.Done(bundle, new Tally(), Set.of(), Map.of(item, outcome)));
            return 0;
        }
    }

    private long erase(Part part, List<HeldItem> items) {
        Walk.Place place = part.place();
        Tally tally = new Tally();
        Set<HeldItem> gone = new HashSet<>();
        Map<HeldItem, Outcome> kept = new LinkedHashMap<>();
        List<HeldItem> erased = new ArrayList<>();
        for (HeldItem item : items) {
            Outcome outcome = walk.erase(part.participant(), place, item);
            switch (outcome.status()) {
                case ERASED, ANONYMISED, SHREDDED -> {
                    tally.add(Tally.line(place.bundle(), place.holding(), outcome));
                    erased.add(item);
                    gone.add(item);
                }
                case NOT_FOUND -> gone.add(item);
                case FAILED -> throw PlatformException.upstream("item_failed", outcome.reason(), true);
                default -> kept.put(item, outcome);
            }
        }
        progress.record(part.request().id(), new Progress.Done(place.bundle(), tally, gone, kept));
        return erased.size();
    }

    /** Asks once more for what was retained until now. */
    void endRetention(Request request, ItemEntity.Kept kept) {
        Walk.Place place =
                new Walk.Place(request.account(), kept.bundle(), kept.item().holding());
        walk.roster().ask(kept.bundle(), participant -> rows.transactions()
                .required(() -> erase(new Part(request, place, participant), List.of(kept.item()))));
    }
}
