package org.image2ai.privacy.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.ConfiguredRecipients;
import org.image2ai.api.privacy.PrivacyDeclaration.BrowserItem;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the declarations of all bundles say together: nothing in it is written by hand. */
@Component(service = Register.class, configurationPid = "org.image2ai.privacy.policy")
public final class Register {
    private static final List<String> MEASURES = List.of(
            "Roles and permissions with least privilege",
            "Passwords as Argon2id hashes, second factors, passkeys",
            "A hash-linked audit trail of every administrative act",
            "Encryption of secrets and stored content",
            "Bundles reach data and other hosts only as they declared",
            "Erasure that is verified by a second look");

    private final PolicyConfig config;
    private final Members members;
    private final PublishedRecipients published;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final Collection<ConfiguredRecipients> configured = new CopyOnWriteArrayList<>();

    @Activate
    public Register(PolicyConfig config, @Reference Members members, @Reference PublishedRecipients published) {
        this.config = config;
        this.members = members;
        this.published = published;
    }

    /** Who is responsible. */
    public record Controller(String name, String address, String contact) {}

    /**
     * A processing activity: a holding of a bundle (GDPR article 30, paragraph 1).
     *
     * @param state whether the bundle is there: LIVE, QUARANTINED, ABSENT, ORPHANED
     * @param subjects whose data it is
     * @param recipients who gets data from this bundle
     */
    public record Activity(
            String bundle,
            String state,
            String holding,
            String category,
            List<Purpose> purposes,
            String legalBasis,
            String subjects,
            List<String> location,
            String keptWhileActive,
            String keptAfterClosing,
            String atErasure,
            List<String> recipients) {}

    /**
     * Somebody who gets data.
     *
     * @param published whether the public register names it; else it gets nothing where recipients wait for that
     */
    public record Processor(
            String bundle,
            String name,
            String country,
            List<String> hosts,
            List<Purpose> purposes,
            String safeguard,
            String erasure,
            String retention,
            String policyUrl,
            boolean published) {}

    /** Something that is kept in browsers. */
    public record Cookie(String bundle, String name, String kind, String purpose, String lifetime, boolean optional) {}

    /** The record of processing activities (GDPR article 30). */
    public record Records(
            Controller controller,
            Instant generated,
            Optional<Instant> published,
            List<Activity> activities,
            List<Processor> recipients,
            List<String> measures) {}

    Records records() {
        return new Records(
                new Controller(config.controller(), config.address(), config.contact()),
                Instant.now(),
                published.last(),
                members.all().stream().flatMap(Register::activities).toList(),
                processors(),
                MEASURES);
    }

    private static Stream<Activity> activities(Member member) {
        List<String> recipients =
                member.declaration().recipients().stream().map(Recipient::name).toList();
        return member.declaration().holdings().stream()
                .map(holding -> new Activity(
                        member.bundle(),
                        member.state().name(),
                        holding.name(),
                        holding.category(),
                        holding.purposes(),
                        holding.legalBasis(),
                        "people with an account",
                        holding.location(),
                        holding.retention().active(),
                        holding.retention().closed(),
                        holding.atErasure().name(),
                        recipients));
    }

    /** Everybody who gets data, or will. */
    List<Processor> processors() {
        return members.all().stream()
                .flatMap(member -> member.declaration().recipients().stream()
                        .map(recipient -> processor(member.bundle(), recipient)))
                .toList();
    }

    /** Where it is: as declared, or as the operator configured it. */
    private List<String> hosts(Recipient recipient) {
        return recipient.hosts().isEmpty()
                ? configured.stream()
                        .flatMap(one -> one.hosts().getOrDefault(recipient.name(), List.of()).stream())
                        .distinct()
                        .toList()
                : recipient.hosts();
    }

    private Processor processor(String bundle, Recipient recipient) {
        return new Processor(
                bundle,
                recipient.name(),
                recipient.country(),
                hosts(recipient),
                recipient.purposes(),
                recipient.safeguard(),
                recipient.erasure().name(),
                recipient.retention(),
                recipient.policyUrl(),
                published.isPublished(bundle, recipient.name()));
    }

    /** Everything that is kept in browsers. */
    List<Cookie> cookies() {
        return members.all().stream()
                .flatMap(member -> member.declaration().browser().stream().map(item -> cookie(member.bundle(), item)))
                .toList();
    }

    private static Cookie cookie(String bundle, BrowserItem item) {
        return new Cookie(bundle, item.name(), item.kind().name(), item.purpose(), item.lifetime(), item.optional());
    }
}
