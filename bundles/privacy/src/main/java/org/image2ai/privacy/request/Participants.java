package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.PlatformException;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Asks everybody of a frozen roster who has not done their part. One that is not there blocks the request by name; one
 * that fails is asked again, ever more seldom; neither ever counts as done.
 */
@Component(service = Participants.class)
public final class Participants {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private final RequestRows rows;
    private final Progress progress;
    private final Ledger ledger;
    private final Walk walk;
    private final Settings settings;

    @Activate
    public Participants(@Reference Evidence evidence, @Reference Walk walk) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.settings = evidence.settings();
    }

    /** What is done with one holding, which an exception puts off. */
    @FunctionalInterface
    interface Work {
        void on(Asked asked, Member member);
    }

    /** Works with everybody who has not done their part. @return when to come back; empty when all have */
    Optional<Instant> each(Request request, Work work) {
        List<Instant> next = new ArrayList<>();
        for (Asked asked : progress.asked(request.id())) {
            if (asked.isDone()) {
                continue;
            }
            if (asked.atTheEnd() && !next.isEmpty()) {
                break;
            }
            if (asked.next().isAfter(settings.now())) {
                next.add(asked.next());
            } else {
                attempt(request, asked, work).ifPresent(next::add);
            }
        }
        return next.stream().min(Instant::compareTo);
    }

    private Optional<Instant> attempt(Request request, Asked asked, Work work) {
        try {
            work.on(asked, there(walk.roster().find(asked.bundle()), asked.bundle()));
        } catch (PlatformException e) {
            return Optional.of(putOff(request, asked, e));
        }
        rows.transactions().required(() -> {
            unblock(request, asked);
            progress.mark(request.id(), asked, row -> row.change(Asked.State.DONE, ""));
            return true;
        });
        return Optional.empty();
    }

    /** Those who were torn out will not come back: others do their part. */
    private static Member there(Optional<Member> member, String bundle) {
        return member.filter(one -> one.state() == Member.State.LIVE || one.state() == Member.State.ORPHANED)
                .orElseThrow(() -> PlatformException.upstream(
                        "participant_absent",
                        bundle + " is not there"
                                + member.map(one -> ": " + one.state() + " " + one.reason())
                                        .orElse("")
                                + ".",
                        true));
    }

    private Instant putOff(Request request, Asked asked, PlatformException e) {
        boolean absent = e.code().equals("participant_absent");
        Instant next = settings.now().plus(absent ? FIRST_PAUSE : pause(asked.tries()));
        rows.transactions().required(() -> {
            tell(request, asked, absent, e.getMessage());
            progress.mark(request.id(), asked, row -> {
                row.change(absent ? Asked.State.BLOCKED : Asked.State.FAILING, e.getMessage());
                row.later(asked.tries() + 1, next);
            });
            return true;
        });
        return next;
    }

    /** Once, when it changes: a bundle that fails for days does not fill the ledger. */
    private void tell(Request request, Asked asked, boolean absent, String reason) {
        if (absent && asked.state() != Asked.State.BLOCKED) {
            ledger.append(request.id(), EventKind.BLOCKED, asked.bundle(), Map.of("reason", reason));
        }
        if (!absent && asked.state() != Asked.State.FAILING) {
            ledger.append(request.id(), EventKind.FAILING, asked.bundle(), Map.of("reason", reason));
        }
        if (!absent) {
            unblock(request, asked);
        }
    }

    private void unblock(Request request, Asked asked) {
        if (asked.state() == Asked.State.BLOCKED) {
            ledger.append(request.id(), EventKind.UNBLOCKED, asked.bundle());
        }
    }

    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
