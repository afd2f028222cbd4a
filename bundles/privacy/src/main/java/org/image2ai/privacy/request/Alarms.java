package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.audit.AuditEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of deadlines: once some days before, once when they have passed, and then in the log every day. */
@Component(service = Alarms.class)
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private static final Duration EVERY = Duration.ofDays(1);

    private final Evidence evidence;
    private final Letters letters;

    @Activate
    public Alarms(@Reference Evidence evidence, @Reference Letters letters) {
        this.evidence = evidence;
        this.letters = letters;
    }

    /** When a request is first told of. */
    static Instant first(Instant due, Settings settings) {
        return due.minus(Duration.ofDays(settings.config().remindDays()));
    }

    /** Tells of one, unless nothing is owed any more. */
    void tell(String id) {
        evidence.transactions().required(() -> {
            Request request = evidence.rows().require(id);
            Instant now = evidence.settings().now();
            boolean overdue = !now.isBefore(request.due());
            boolean open = !evidence.ledger().standing(request).state().isOver();
            if (open && overdue) {
                LOG.warn("The privacy request {} is overdue since {}.", request.id(), request.due());
            }
            if (open && !(overdue && isTold(request))) {
                tell(request, overdue, now);
            }
            Optional<Instant> next =
                    overdue ? Optional.of(now.plus(EVERY)).filter(at -> open) : Optional.of(request.due());
            evidence.rows().change(id, row -> row.alarm(next));
            return true;
        });
    }

    /** Whether the present deadline was told to have passed; one that was put off may pass again. */
    private boolean isTold(Request request) {
        return evidence.ledger().of(request.id()).stream()
                .anyMatch(event ->
                        event.kind() == EventKind.OVERDUE && !event.at().isBefore(request.due()));
    }

    private void tell(Request request, boolean overdue, Instant now) {
        EventKind kind = overdue ? EventKind.OVERDUE : EventKind.REMINDED;
        if (!overdue) {
            LOG.info("The privacy request {} is due soon, on {}.", request.id(), request.due());
        }
        evidence.ledger().append(request.id(), kind);
        String action = "admin:privacy:" + (overdue ? "overdue" : "reminder");
        Map<String, String> details = Map.of("due", request.due().toString());
        evidence.others()
                .audit()
                .ifPresent(audit -> audit.record(new AuditEntry(now, "platform", action, request.id(), details)));
        letters.deadline(request, overdue ? "overdue" : "due soon");
    }
}
