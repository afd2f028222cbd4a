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

/** Tells of deadlines: once some days before, and once when they have passed. */
@Component(service = Alarms.class)
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

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
            if (!evidence.ledger().standing(request).state().isOver()) {
                tell(request, overdue, now);
            }
            evidence.rows().change(id, row -> row.alarm(overdue ? Optional.empty() : Optional.of(request.due())));
            return true;
        });
    }

    private void tell(Request request, boolean overdue, Instant now) {
        EventKind kind = overdue ? EventKind.OVERDUE : EventKind.REMINDED;
        LOG.info(
                "The privacy request {} is {}; due {}.", request.id(), overdue ? "overdue" : "due soon", request.due());
        evidence.ledger().append(request.id(), kind);
        String action = "admin:privacy:" + (overdue ? "overdue" : "reminder");
        Map<String, String> details = Map.of("due", request.due().toString());
        evidence.others()
                .audit()
                .ifPresent(audit -> audit.record(new AuditEntry(now, "platform", action, request.id(), details)));
        letters.deadline(request, overdue ? "overdue" : "due soon");
    }
}
