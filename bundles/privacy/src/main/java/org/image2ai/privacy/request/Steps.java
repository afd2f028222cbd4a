package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.storage.DeletedRows;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The next step of a request, whatever it is. Each may be cut short anywhere, and is then begun again. */
@Component(service = Steps.class)
public final class Steps {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration LONG_PAUSE = Duration.ofHours(1);

    private final Evidence evidence;
    private final Planner planner;
    private final Participants participants;
    private final Eraser eraser;
    private final Verifier verifier;
    private final Externals externals;
    private final Doing doing;
    private final Copies copies;
    private final Fence fence;

    @Activate
    public Steps(
            @Reference Evidence evidence,
            @Reference Planner planner,
            @Reference Participants participants,
            @Reference Eraser eraser,
            @Reference Verifier verifier,
            @Reference Externals externals,
            @Reference Doing doing,
            @Reference Copies copies,
            @Reference Fence fence) {
        this.evidence = evidence;
        this.planner = planner;
        this.participants = participants;
        this.eraser = eraser;
        this.verifier = verifier;
        this.externals = externals;
        this.doing = doing;
        this.copies = copies;
        this.fence = fence;
    }

    /** Does what can be done now. @return when to come back; empty when only a person can move it on */
    Optional<Instant> step(Request request, Runnable alive) {
        Standing standing = evidence.ledger().standing(request);
        if (standing.state() == RequestState.REFUSED) {
            return Optional.empty();
        }
        if (!standing.started()) {
            if (request.type() == RequestType.ERASURE && standing.state() == RequestState.RECEIVED) {
                planner.plan(request);
            }
            return Optional.empty();
        }
        if (request.type() == RequestType.ERASURE) {
            return erasure(request, standing, alive);
        }
        return standing.ended() ? Optional.empty() : other(request, standing);
    }

    private Optional<Instant> other(Request request, Standing standing) {
        return switch (request.type()) {
            case ACCESS, PORTABILITY -> copies.step(request, standing);
            case CORRECTION -> doing.correct(request);
            case RESTRICTION, OBJECTION, CONSENT_WITHDRAWAL -> doing.choose(request, standing);
            default -> {
                doing.end(request);
                yield Optional.empty();
            }
        };
    }

    private Optional<Instant> erasure(Request request, Standing standing, Runnable alive) {
        if (standing.ended()) {
            return after(request, standing);
        }
        close(request);
        planner.widen(request);
        Optional<Instant> later =
                participants.each(request, (asked, member) -> eraser.erase(request, asked, member, alive));
        if (later.isPresent()) {
            return later;
        }
        shred(request);
        evidence.others().deletedRows().ifPresent(DeletedRows::purge);
        externals.openUnrecorded(request);
        doing.end(request);
        Request ended = evidence.rows().require(request.id());
        return after(ended, evidence.ledger().standing(ended));
    }

    /** Before anything is destroyed: from here on nothing new comes, also not out of a backup. */
    private void close(Request request) {
        boolean fenced =
                evidence.ledger().of(request.id()).stream().anyMatch(event -> event.kind() == EventKind.FENCED);
        evidence.transactions().required(() -> {
            fence.close(request.account(), request.id(), evidence.settings().now());
            if (!fenced) {
                evidence.ledger().append(request.id(), EventKind.FENCED);
            }
            return true;
        });
    }

    /** The keys of what was erased, so that backups are empty as well; what is kept keeps its own. */
    private void shred(Request request) {
        evidence.others().shredder().ifPresent(shredder -> {
            Map<String, Set<String>> retained = evidence.progress().lines(request.id(), Tally.Phase.RUN).stream()
                    .filter(line -> line.status().equals(Outcome.Status.RETAINED.name()))
                    .collect(Collectors.groupingBy(
                            Tally.Line::bundle, Collectors.mapping(Tally.Line::holding, Collectors.toSet())));
            for (Member member : planner.members()) {
                shredder.shred(
                        request.account(), member.declaration(), retained.getOrDefault(member.bundle(), Set.of()));
            }
        });
    }

    private Optional<Instant> after(Request request, Standing before) {
        List<Instant> next = new ArrayList<>();
        Instant now = evidence.settings().now();
        Instant ended = request.progress().ended().orElse(now);
        int looks = request.progress().looks();
        // First what is outside: a clean look alone would say COMPLETE for a moment.
        externals.look(request, before).ifPresent(next::add);
        Optional<Instant> due = evidence.settings().look(ended, looks);
        if (due.isPresent() && !due.get().isAfter(now)) {
            boolean whole = verifier.look(request, before);
            due = whole ? evidence.settings().look(ended, looks + 1) : Optional.of(now.plus(PAUSE));
        }
        due.ifPresent(next::add);
        retention(request, now).ifPresent(next::add);
        if (due.isEmpty() && evidence.ledger().standing(request).state() == RequestState.COMPLETE) {
            forgetWords(request);
        }
        return next.stream().min(Instant::compareTo);
    }

    /** What was retained goes when its time is over, which amends the certificate. */
    private Optional<Instant> retention(Request request, Instant now) {
        Optional<Instant> end = evidence.progress()
                .firstEnd(request.id())
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        if (end.isEmpty() || end.get().isAfter(now)) {
            return end;
        }
        String after = "";
        List<ItemEntity.Kept> page =
                evidence.progress().over(request.id(), evidence.settings().today(), after);
        while (!page.isEmpty()) {
            for (ItemEntity.Kept kept : page) {
                after = kept.id();
                endOne(request, kept);
            }
            page = evidence.progress().over(request.id(), evidence.settings().today(), after);
        }
        shred(request);
        evidence.ledger().append(request.id(), EventKind.RETENTION_ENDED);
        return Optional.of(now.plus(LONG_PAUSE));
    }

    private void endOne(Request request, ItemEntity.Kept kept) {
        try {
            eraser.endRetention(request, kept);
        } catch (PlatformException e) {
            evidence.ledger().append(request.id(), EventKind.FAILING, kept.bundle(), Map.of("reason", e.getMessage()));
        }
    }

    /** After the last look nobody needs what the person said any more; that it was said stays proven. */
    private void forgetWords(Request request) {
        boolean done =
                evidence.ledger().of(request.id()).stream().anyMatch(event -> event.kind() == EventKind.KEY_DESTROYED);
        if (done) {
            return;
        }
        evidence.rows()
                .list(Optional.of(request.account()), PageRequest.first(PageRequest.MAX_LIMIT))
                .items()
                .forEach(one -> evidence.ledger().append(one.id(), EventKind.KEY_DESTROYED));
        evidence.rows()
                .list(Optional.of(request.account()), PageRequest.first(PageRequest.MAX_LIMIT))
                .items()
                .forEach(one -> evidence.keys().destroy(one.id()));
    }
}
