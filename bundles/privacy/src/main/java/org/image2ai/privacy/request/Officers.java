package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.image2ai.api.PlatformException;
import org.image2ai.api.audit.AuditEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What only an officer can do with a request. Each act is in the audit trail, without what anybody said. */
@Component(service = Officers.class)
public final class Officers {
    private static final int LONGEST_REASON = 2_000;

    private final Evidence evidence;
    private final Externals externals;
    private final PrivacyRequests requests;

    @Activate
    public Officers(@Reference Evidence evidence, @Reference Externals externals, @Reference PrivacyRequests requests) {
        this.evidence = evidence;
        this.externals = externals;
        this.requests = requests;
    }

    /** Takes a request for somebody. */
    public Request create(PrivacyRequests.Ask ask) {
        requests.requireAccount(ask.account());
        Request request = requests.create(ask);
        audit(ask.by(), "create", request.id(), Map.of("type", ask.type().wireName()));
        return request;
    }

    /** Says yes for somebody. @return the token of the link to the proof, where an erasure begins */
    public Optional<String> confirm(String id, Optional<String> plan, String by) {
        Optional<String> token = requests.confirm(id, plan, by);
        audit(by, "confirm", id, Map.of());
        return token;
    }

    /** Puts the deadline off, once, as the law allows it. */
    void extend(String id, String reason, String by) {
        String said = said(reason);
        evidence.transactions().required(() -> {
            Request request = evidence.rows().lock(id);
            Instant due = request.law().extended(request.received());
            if (evidence.ledger().standing(request).state().isOver()
                    || !request.due().isBefore(due)) {
                throw PlatformException.conflict(
                        "not_extendable", "The request " + id + " is over, or was extended already.");
            }
            evidence.ledger().append(id, EventKind.EXTENDED, "", Map.of("reason", said, "by", by));
            evidence.rows().change(id, row -> {
                row.due(due);
                row.alarm(Optional.of(Alarms.first(due, evidence.settings())));
            });
            return audit(by, "extend", id, Map.of("due", due.toString()));
        });
    }

    /** Refuses what has not been begun. */
    void refuse(String id, String reason, String by) {
        String said = said(reason);
        evidence.transactions().required(() -> {
            Request request = evidence.rows().lock(id);
            Standing standing = evidence.ledger().standing(request);
            if (standing.started() || standing.state() == RequestState.REFUSED) {
                throw PlatformException.conflict(
                        "not_refusable", "The request " + id + " is " + standing.state() + ".");
            }
            evidence.ledger().append(id, EventKind.REFUSED, "", Map.of("reason", said, "by", by));
            return audit(by, "refuse", id, Map.of());
        });
    }

    /** Shows that a copy outside is gone. */
    void settle(String id, String task, String proof, String by) {
        evidence.transactions().required(() -> {
            externals.settle(evidence.rows().require(id), task, proof, by);
            return audit(by, "settle", id, Map.of("task", task));
        });
    }

    /**
     * Lets the server be ready though an erasure that a restore undid waits for some bundles. For each of them somebody
     * must show that nothing is left; the erasure itself goes on trying.
     *
     * @return the bundles
     */
    SortedSet<String> goOn(String id, String reason, String by) {
        String said = said(reason);
        return evidence.transactions().required(() -> {
            Request request = evidence.rows().lock(id);
            SortedSet<String> blocking = evidence.blocking(id);
            List<Event> events = evidence.ledger().of(id);
            boolean replayed = events.stream().anyMatch(event -> event.kind() == EventKind.REPLAYED);
            boolean gone = events.stream().anyMatch(event -> event.kind() == EventKind.WENT_ON);
            if (!replayed || gone || blocking.isEmpty()) {
                throw PlatformException.conflict("not_blocked", "The server does not wait for the request " + id + ".");
            }
            blocking.forEach(bundle -> {
                externals.unattended(request, bundle);
                evidence.ledger().append(id, EventKind.WENT_ON, bundle, Map.of("reason", said, "by", by));
            });
            audit(by, "go-on", id, Map.of("without", String.join(", ", blocking)));
            return blocking;
        });
    }

    /** Decides what only a person can decide. */
    void decide(String id, String reason, String by) {
        String said = said(reason);
        evidence.transactions().required(() -> {
            Request request = evidence.rows().lock(id);
            if (request.type() != RequestType.APPEAL
                    || evidence.ledger().standing(request).state().isOver()) {
                throw PlatformException.conflict("not_an_open_appeal", "The request " + id + " is no open appeal.");
            }
            evidence.ledger().append(id, EventKind.STARTED, "", Map.of("by", by));
            evidence.ledger().append(id, EventKind.SETTLED, "", Map.of("reason", said, "by", by));
            return audit(by, "decide", id, Map.of());
        });
    }

    private static String said(String reason) {
        String said = reason == null ? "" : reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw PlatformException.invalid("invalid_reason", "A reason has 1 to " + LONGEST_REASON + " characters.")
                    .withField("reason");
        }
        return said;
    }

    private boolean audit(String by, String act, String target, Map<String, String> details) {
        evidence.others()
                .audit()
                .ifPresent(trail -> trail.record(new AuditEntry(
                        evidence.settings().now(), by, "admin:privacy:" + act, target, new HashMap<>(details))));
        return true;
    }
}
