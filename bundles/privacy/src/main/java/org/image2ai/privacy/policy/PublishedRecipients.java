package org.image2ai.privacy.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recipients that the public register names. Unless the configuration publishes each as it comes, a bundle gets
 * nothing of anybody while it declares one that the register does not name. What is there at the first start is published
 * in any case.
 */
@Component(service = PublishedRecipients.class, immediate = true, configurationPid = "org.image2ai.privacy.policy")
public final class PublishedRecipients {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedRecipients.class);
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final String AUTOMATIC = "automatic";

    private final boolean automatic;
    private final PolicyRows rows;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-register");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Known known = new Known(Set.of(), Optional.empty(), Instant.MIN);

    /** What was read: the ids of recipients, and when the register was published last. */
    private record Known(Set<String> ids, Optional<Instant> last, Instant until) {}

    @Activate
    public PublishedRecipients(
            PolicyConfig config, @Reference PolicyRows rows, @Reference Members members, @Reference AuditTrail audit) {
        this(config, rows, members, audit, Clock.systemUTC());
        timer.scheduleWithFixedDelay(this::quietly, 60, 60, TimeUnit.SECONDS);
    }

    PublishedRecipients(PolicyConfig config, PolicyRows rows, Members members, AuditTrail audit, Clock clock) {
        this.automatic = config.autoPublish();
        this.rows = rows;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            publishWhatMayBe();
        } catch (RuntimeException e) {
            LOG.warn("The register of processors could not be published; it is tried again in a minute.", e);
        }
    }

    /** Publishes what needs nobody's word: everything where the configuration says so, else what is there first. */
    void publishWhatMayBe() {
        if (automatic || known().last().isEmpty()) {
            publish(AUTOMATIC);
        }
    }

    private Known known() {
        Known now = known;
        Instant at = clock.instant();
        if (now.until().isBefore(at) || now.until().isAfter(at.plus(LIFE))) {
            now = rows.store()
                    .read(em -> new Known(
                            new HashSet<>(em.createNamedQuery("recipient.all", String.class)
                                    .getResultList()),
                            em
                                    .createNamedQuery("publication.newest", PublicationEntity.class)
                                    .setMaxResults(1)
                                    .getResultList()
                                    .stream()
                                    .map(PublicationEntity::publishedAt)
                                    .findFirst(),
                            at.plus(LIFE)));
            known = now;
        }
        return now;
    }

    /** When the register was published last. */
    Optional<Instant> last() {
        return known().last();
    }

    /** Whether the public register names a recipient of a bundle. */
    boolean isPublished(String bundle, String legalName) {
        return automatic || isWritten(bundle, legalName);
    }

    private boolean isWritten(String bundle, String legalName) {
        return known().ids().contains(RecipientEntity.id(bundle, legalName));
    }

    /** The bundles that get nothing yet. */
    public Set<String> closedBundles() {
        if (automatic || known().last().isEmpty()) {
            return Set.of();
        }
        return members.all().stream()
                .filter(member -> !unpublished(member).isEmpty())
                .map(Member::bundle)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The bundles that declare a recipient of one of these names, in lower case. */
    public Set<String> bundlesOf(Set<String> legalNames) {
        return members.all().stream()
                .filter(member -> member.declaration().recipients().stream()
                        .anyMatch(recipient ->
                                legalNames.contains(recipient.name().toLowerCase(Locale.ROOT))))
                .map(Member::bundle)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<String> unpublished(Member member) {
        return member.declaration().recipients().stream()
                .map(Recipient::name)
                .filter(name -> !isWritten(member.bundle(), name))
                .distinct()
                .toList();
    }

    /** Publishes all recipients that there are. @return the names of those that are new */
    public List<String> publish(String actor) {
        known = new Known(Set.of(), Optional.empty(), Instant.MIN);
        List<String> names = new ArrayList<>();
        List<RecipientEntity> fresh = new ArrayList<>();
        Instant now = clock.instant();
        for (Member member : members.all()) {
            for (String name : unpublished(member)) {
                names.add(name);
                fresh.add(RecipientEntity.of(member.bundle(), name, now, actor));
            }
        }
        boolean first = known().last().isEmpty();
        if (fresh.isEmpty() && !first && actor.equals(AUTOMATIC)) {
            return names;
        }
        rows.transactions().required(() -> {
            rows.store().run(em -> {
                fresh.forEach(em::persist);
                em.persist(PublicationEntity.of(now, actor));
                em.flush();
            });
            Map<String, String> details = Map.of("recipients", String.join("; ", names));
            audit.record(new AuditEntry(now, actor, "admin:privacy:register:publish", "", details));
            return names;
        });
        known = new Known(Set.of(), Optional.empty(), Instant.MIN);
        LOG.info("The register of processors is published; new in it: {}", names);
        return names;
    }
}
