package org.image2ai.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.security.Identity;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What admins do to accounts, for the audit trail while there is one. */
@Component(service = Acts.class)
public final class Acts {
    private final AtomicReference<AuditTrail> live = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bind(AuditTrail trail) {
        live.set(trail);
    }

    void unbind(AuditTrail trail) {
        live.compareAndSet(trail, null);
    }

    void record(Identity actor, String action, String target, Map<String, String> details) {
        Optional.ofNullable(live.get())
                .ifPresent(trail -> trail.record(
                        new AuditEntry(Instant.now(), actor.account().value(), action, target, details)));
    }
}
