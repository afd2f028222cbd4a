package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.ErrorType;
import org.image2ai.api.PlatformException;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Does what is asked for where nothing is erased and nothing is copied. */
@Component(service = Doing.class)
public final class Doing {
    /** What a bundle that must be asked is called where it is a part of this one. */
    static final String CHOICES = "org.image2ai.privacy.choice";

    /** The status of an item that was put right. */
    static final String RECTIFIED = "RECTIFIED";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final RequestRows rows;
    private final Progress progress;
    private final Ledger ledger;
    private final Walk walk;
    private final Participants participants;
    private final Others others;
    private final Settings settings;

    @Activate
    public Doing(@Reference Evidence evidence, @Reference Walk walk, @Reference Participants participants) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.participants = participants;
        this.others = evidence.others();
        this.settings = evidence.settings();
    }

    /** Every participant has done its part. */
    void end(Request request) {
        rows.transactions().required(() -> {
            ledger.append(request.id(), EventKind.ENDED);
            rows.change(request.id(), row -> row.ended(settings.now()));
            return true;
        });
    }

    Scope scope(Request request) {
        return Scope.parse(ledger.of(request.id()).get(0).details().getOrDefault(Scope.DETAIL, "{}"));
    }

    /** Has every holder put an attribute right. @return when to come back; empty when it is done, or was refused */
    Optional<Instant> correct(Request request) {
        Scope scope = scope(request);
        String attribute = scope.text("attribute");
        String value = scope.text("value");
        try {
            Optional<Instant> later =
                    participants.each(request, (asked, member) -> correct(request, member, attribute, value));
            if (later.isEmpty()) {
                end(request);
            }
            return later;
        } catch (Refused e) {
            ledger.append(request.id(), EventKind.REFUSED, "", Map.of("reason", e.getMessage()));
            return Optional.empty();
        }
    }

    private void correct(Request request, Member member, String attribute, String value) {
        if (member.state() == Member.State.ORPHANED) {
            throw PlatformException.upstream("participant_absent", member.bundle() + " was torn out.", true);
        }
        Answer answer = walk.roster().ask(member.bundle(), participant -> {
            try {
                return new Answer(participant.rectify(request.account(), attribute, value), "");
            } catch (PlatformException e) {
                if (e.type() == ErrorType.INVALID || e.type() == ErrorType.CONFLICT) {
                    return new Answer(0, e.getMessage());
                }
                throw e;
            }
        });
        if (!answer.refusal().isEmpty()) {
            throw new Refused(answer.refusal());
        }
        Tally tally = new Tally();
        tally.add(new Tally.Line(member.bundle(), Asked.ALL, RECTIFIED, "", "", answer.changed()));
        rows.transactions().required(() -> {
            progress.count(request.id(), Tally.Phase.RUN, tally);
            return true;
        });
    }

    /** How many items changed; or why the value cannot be right. */
    private record Answer(int changed, String refusal) {}

    /** A holder says that the value cannot be right: asking again does not help. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** Writes a choice down where those who process look. @return when to come back; empty when it is done */
    Optional<Instant> choose(Request request, Standing standing) {
        Optional<Decisions> decisions = others.decisions();
        if (decisions.isEmpty()) {
            if (!standing.blockedBy().contains(CHOICES)) {
                ledger.append(request.id(), EventKind.BLOCKED, CHOICES);
            }
            return Optional.of(settings.now().plus(PAUSE));
        }
        Scope scope = scope(request);
        String source = "request:" + request.id();
        rows.transactions().required(() -> {
            switch (request.type()) {
                case RESTRICTION -> decisions.get().restrict(request.account(), scope.restricted(), source);
                case OBJECTION -> decisions.get().object(request.account(), scope.objection(), source);
                default -> decisions.get().withdrawConsent(request.account(), scope.purpose(), source);
            }
            List.copyOf(standing.blockedBy())
                    .forEach(bundle -> ledger.append(request.id(), EventKind.UNBLOCKED, bundle));
            end(request);
            return true;
        });
        return Optional.empty();
    }
}
