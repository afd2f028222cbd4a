package org.image2ai.privacy.request;

import java.util.Optional;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.privacy.KeyShredder;
import org.image2ai.api.storage.DeletedRows;
import org.image2ai.privacy.export.Exports;
import org.image2ai.privacy.retention.Holds;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Services that come and go, but for the first. What needs one that is not there says so, and is done when it is. */
@Component(service = Others.class)
public final class Others {
    /** Not one that may be away: without it, what is frozen would be erased. */
    @Reference
    Holds holds;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Exports exports;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Decisions decisions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Probe probe;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile KeyShredder shredder;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile DeletedRows deletedRows;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Mailer mailer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile AuditTrail audit;

    Optional<Exports> exports() {
        return Optional.ofNullable(exports);
    }

    Optional<Decisions> decisions() {
        return Optional.ofNullable(decisions);
    }

    Optional<Probe> probe() {
        return Optional.ofNullable(probe);
    }

    Optional<KeyShredder> shredder() {
        return Optional.ofNullable(shredder);
    }

    Optional<DeletedRows> deletedRows() {
        return Optional.ofNullable(deletedRows);
    }

    Optional<Mailer> mailer() {
        return Optional.ofNullable(mailer);
    }

    Optional<AuditTrail> audit() {
        return Optional.ofNullable(audit);
    }
}
