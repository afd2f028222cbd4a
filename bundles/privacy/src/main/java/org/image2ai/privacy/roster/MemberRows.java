package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The rows of the roster: members, every declaration that was admitted, findings. */
@Component(service = MemberRows.class)
public final class MemberRows {
    private final Store store;

    @Activate
    public MemberRows(@Reference Schema schema, @Reference(target = "(osgi.unit.name=privacy)") JpaTemplate template) {
        schema.migrate(MemberRows.class);
        store = new Store(template);
    }

    List<Member> all() {
        return store.read(em -> em.createNamedQuery("member.all", MemberEntity.class).getResultList().stream()
                .map(MemberEntity::toRecord)
                .toList());
    }

    /** Writes a member whose declaration was admitted; another declaration than before is a new version. */
    void admit(Member member, String declaration) {
        store.run(em -> {
            MemberEntity before = em.find(MemberEntity.class, member.bundle());
            boolean same = before != null && before.toRecord().digest().equals(member.digest());
            int last = em
                    .createNamedQuery("declaration.before", DeclarationEntity.class)
                    .setParameter("bundle", member.bundle())
                    .setParameter("version", Integer.MAX_VALUE)
                    .setMaxResults(1)
                    .getResultList()
                    .stream()
                    .mapToInt(DeclarationEntity::version)
                    .sum();
            int version = same ? before.version() : last + 1;
            if (!same) {
                em.persist(DeclarationEntity.from(member, version, declaration));
            }
            em.merge(MemberEntity.from(member, version, declaration));
        });
    }

    void state(Member member) {
        store.run(em -> em.createNamedQuery("member.state")
                .setParameter("bundle", member.bundle())
                .setParameter("state", member.state().name())
                .setParameter("reason", member.reason())
                .executeUpdate());
    }

    void remove(String bundle) {
        store.run(em -> em.createNamedQuery("member.remove")
                .setParameter("bundle", bundle)
                .executeUpdate());
    }

    /** The recipients that the declaration of a bundle has, and the one before it had not. */
    Set<String> newRecipients(String bundle) {
        return store.read(em -> {
            MemberEntity now = em.find(MemberEntity.class, bundle);
            if (now == null) {
                return Set.of();
            }
            Optional<PrivacyDeclaration> before = em
                    .createNamedQuery("declaration.before", DeclarationEntity.class)
                    .setParameter("bundle", bundle)
                    .setParameter("version", now.version())
                    .setMaxResults(1)
                    .getResultList()
                    .stream()
                    .findFirst()
                    .map(DeclarationEntity::toRecord);
            Set<String> added = new HashSet<>(names(now.toRecord().declaration()));
            before.ifPresent(declaration -> added.removeAll(names(declaration)));
            return Set.copyOf(added);
        });
    }

    private static Set<String> names(PrivacyDeclaration declaration) {
        return declaration.recipients().stream().map(Recipient::name).collect(Collectors.toSet());
    }

    /** What the versions of a declaration name that held at any moment of a time. */
    List<Recipient> recipients(String bundle, Instant from, Instant to) {
        return store.read(em -> {
            Map<String, Recipient> named = new LinkedHashMap<>();
            long end = Long.MAX_VALUE;
            for (DeclarationEntity version : em.createNamedQuery("declaration.before", DeclarationEntity.class)
                    .setParameter("bundle", bundle)
                    .setParameter("version", Integer.MAX_VALUE)
                    .getResultList()) {
                if (version.admittedAt() <= Micros.of(to) && end >= Micros.of(from)) {
                    version.toRecord().recipients().forEach(one -> named.putIfAbsent(one.name(), one));
                }
                end = version.admittedAt();
            }
            return List.copyOf(named.values());
        });
    }

    List<Finding> findings() {
        return store.read(em -> em.createNamedQuery("finding.all", FindingEntity.class).getResultList().stream()
                .map(FindingEntity::toRecord)
                .toList());
    }

    void found(Finding finding) {
        store.run(em -> {
            FindingEntity known = em.find(FindingEntity.class, finding.id());
            if (known == null) {
                em.persist(FindingEntity.from(finding));
            } else {
                known.seen(finding);
            }
        });
    }

    void forget(Finding finding) {
        store.run(em ->
                Optional.ofNullable(em.find(FindingEntity.class, finding.id())).ifPresent(em::remove));
    }

    /** Forgets findings of some kinds that were not found again. */
    void forget(Collection<Finding.Kind> kinds, Instant before) {
        store.run(em -> em.createNamedQuery("finding.over")
                .setParameter("kinds", kinds.stream().map(Enum::name).toList())
                .setParameter("seen", Micros.of(before))
                .executeUpdate());
    }
}
