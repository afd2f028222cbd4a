package org.image2ai.privacy.request;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.privacy.KeyShredder;
import org.image2ai.privacy.export.Exports;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Services that come and go. What needs one that is not there says so, and is done when it is. */
@Component(service = Others.class)
public final class Others {
    private final AtomicReference<Exports> exports = new AtomicReference<>();
    private final AtomicReference<Decisions> decisions = new AtomicReference<>();
    private final AtomicReference<Holds> holds = new AtomicReference<>();
    private final AtomicReference<Probe> probe = new AtomicReference<>();
    private final AtomicReference<KeyShredder> shredder = new AtomicReference<>();
    private final AtomicReference<Mailer> mailer = new AtomicReference<>();
    private final AtomicReference<AuditTrail> audit = new AtomicReference<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindExports(Exports service) {
        exports.set(service);
    }

    void unbindExports(Exports service) {
        exports.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindDecisions(Decisions service) {
        decisions.set(service);
    }

    void unbindDecisions(Decisions service) {
        decisions.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindHolds(Holds service) {
        holds.set(service);
    }

    void unbindHolds(Holds service) {
        holds.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindProbe(Probe service) {
        probe.set(service);
    }

    void unbindProbe(Probe service) {
        probe.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindShredder(KeyShredder service) {
        shredder.set(service);
    }

    void unbindShredder(KeyShredder service) {
        shredder.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindMailer(Mailer service) {
        mailer.set(service);
    }

    void unbindMailer(Mailer service) {
        mailer.compareAndSet(service, null);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindAudit(AuditTrail service) {
        audit.set(service);
    }

    void unbindAudit(AuditTrail service) {
        audit.compareAndSet(service, null);
    }

    Optional<Exports> exports() {
        return Optional.ofNullable(exports.get());
    }

    Optional<Decisions> decisions() {
        return Optional.ofNullable(decisions.get());
    }

    Optional<Holds> holds() {
        return Optional.ofNullable(holds.get());
    }

    Optional<Probe> probe() {
        return Optional.ofNullable(probe.get());
    }

    Optional<KeyShredder> shredder() {
        return Optional.ofNullable(shredder.get());
    }

    Optional<Mailer> mailer() {
        return Optional.ofNullable(mailer.get());
    }

    Optional<AuditTrail> audit() {
        return Optional.ofNullable(audit.get());
    }
}
