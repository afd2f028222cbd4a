package org.image2ai.privacy.roster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.kit.privacy.Admission;
import org.image2ai.privacy.roster.Judgement.Verdict;
import org.image2ai.privacy.roster.Member.State;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the roster. Everything is in {@link #look}: it may be called at any time, from a timer or because something
 * changed, and leaves the roster as the bundles that are there say. What was admitted once stays until it is proven empty.
 */
@Component(
        service = {Roster.class, RosterService.class},
        immediate = true,
        configurationPid = "org.image2ai.privacy.roster")
@Designate(ocd = RosterConfig.class)
public final class RosterService implements Roster {
    private static final Logger LOG = LoggerFactory.getLogger(RosterService.class);

    private static final int LOOK_SECONDS = 5;

    /** What changes within this time is looked at once: dozens of bundles start together. */
    private static final int TOGETHER_MILLIS = 100;

    private final MemberRows rows;
    private final Asker asker;
    private final Duration grace;
    private final Clock clock;
    private final Participants participants = new Participants();
    private final Map<String, Member> members = new ConcurrentSkipListMap<>();
    private final Map<String, String> accused = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentSkipListMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "privacy-roster");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean awaited = new AtomicBoolean();
    private Optional<Bundles> bundles = Optional.empty();

    @Activate
    public RosterService(
            BundleContext context, RosterConfig config, @Reference MemberRows rows, @Reference Standing standing) {
        this(config, rows, Clock.systemUTC());
        Bundles live = new Bundles(context, standing, this::lookSoon);
        bundles = Optional.of(live);
        timer.scheduleWithFixedDelay(() -> quietly(live), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    RosterService(RosterConfig config, MemberRows rows, Clock clock) {
        this.rows = rows;
        this.asker = new Asker(Duration.ofSeconds(config.askSeconds()), config.askConcurrent());
        this.grace = Duration.ofSeconds(config.graceSeconds());
        this.clock = clock;
        rows.all().forEach(member -> members.put(member.bundle(), member));
    }

    @Deactivate
    void stop() {
        bundles.ifPresent(Bundles::close);
        timer.shutdownNow();
        asker.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addParticipant(ServiceReference<PersonalDataParticipant> reference, PersonalDataParticipant participant) {
        participants.add(reference, participant);
        lookSoon();
    }

    void removeParticipant(ServiceReference<PersonalDataParticipant> reference) {
        participants.remove(reference);
        lookSoon();
    }

    private void lookSoon() {
        bundles.filter(live -> !awaited.getAndSet(true)).ifPresent(this::soon);
    }

    private void soon(Bundles live) {
        try {
            timer.schedule(() -> quietly(live), TOGETHER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The roster is not kept any more.", e);
        }
    }

    private void quietly(Bundles live) {
        awaited.set(false);
        try {
            look(live.all(participants.bundles(), clock.instant()), live::quarantine);
        } catch (RuntimeException e) {
            LOG.warn("The roster could not be brought up to date; it is tried again.", e);
        }
    }

    @Override
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    @Override
    public Optional<Member> find(String bundle) {
        return Optional.ofNullable(members.get(bundle));
    }

    @Override
    public <T> T ask(String bundle, Function<PersonalDataParticipant, T> question) {
        Member member = members.get(bundle);
        Optional<PersonalDataParticipant> participant = participants.of(bundle);
        if (member == null || member.state() == State.QUARANTINED || participant.isEmpty()) {
            throw PlatformException.upstream("participant_absent", bundle + " is not there to be asked.", true);
        }
        return asker.ask(bundle, () -> question.apply(participant.get()));
    }

    @Override
    public Set<String> newRecipients(String bundle) {
        return rows.newRecipients(bundle);
    }

    @Override
    public List<Recipient> recipients(String bundle, Instant from, Instant to) {
        return rows.recipients(bundle, from, to);
    }

    @Override
    public void provenEmpty(String bundle) {
        Member member = members.get(bundle);
        if (member != null && member.state() == State.ORPHANED) {
            rows.remove(bundle);
            members.remove(bundle);
            LOG.info("Bundle {} is gone and holds nothing any more; it is not asked again.", bundle);
        }
    }

    /** A host may be declared by now, or the bundle be gone for good: then a call to it is no finding any more. */
    boolean isDeclared(String bundle, String host) {
        Member member = members.get(bundle);
        return member == null
                || member.declaration().recipients().stream()
                        .flatMap(recipient -> recipient.hosts().stream())
                        .anyMatch(declared -> declared.equals(host)
                                || declared.startsWith("*.") && host.endsWith(declared.substring(1)));
    }

    /**
     * Puts a bundle of others under quarantine for what it did, at the next look, which comes soon: it may have done it
     * before it was admitted. What came with the platform stays.
     */
    void accuse(String bundle, String reason) {
        if (accused.putIfAbsent(bundle, reason) == null) {
            lookSoon();
        }
    }

    /** Bundles that use the platform and are not admitted, each with the reason. */
    Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    /**
     * Brings the roster up to date.
     *
     * @param installed the bundles that are installed now, those of the distribution first
     * @param quarantine takes everything from a bundle
     */
    synchronized void look(Collection<Installed> installed, Consumer<String> quarantine) {
        Judgement judgement = new Judgement(clock.instant(), grace, Impersonal.tables());
        refused.keySet().retainAll(installed.stream().map(Installed::bundle).collect(Collectors.toSet()));
        for (Installed one : installed) {
            one.refusal().ifPresentOrElse(why -> refused.put(one.bundle(), why), () -> refused.remove(one.bundle()));
            if (one.refusal().isEmpty()) {
                one.declaration().ifPresent(declaration -> admit(one, declaration));
            }
            Member member = members.get(one.bundle());
            if (member != null) {
                judge(member, () -> accused(one).orElseGet(() -> judgement.of(one, member, members.values())));
                if (members.get(one.bundle()).state() == State.QUARANTINED) {
                    quarantine.accept(one.bundle());
                }
            }
        }
        Set<String> names = installed.stream().map(Installed::bundle).collect(Collectors.toSet());
        members.values().stream()
                .filter(member -> !names.contains(member.bundle()))
                .forEach(member -> judge(member, () -> Judgement.gone(member.declaration())));
    }

    private Optional<Verdict> accused(Installed one) {
        return Optional.ofNullable(accused.remove(one.bundle()))
                .filter(reason -> one.active() && !one.ours())
                .map(reason -> new Verdict(State.QUARANTINED, reason));
    }

    private void admit(Installed one, PrivacyDeclaration declaration) {
        String digest = Admission.digest(one.file());
        Member before = members.get(one.bundle());
        if (!one.active() || before != null && before.digest().equals(digest)) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Member admitted = new Member(declaration, digest, now, State.ABSENT, "Its participant is not there.");
        rows.admit(admitted, new String(one.file(), StandardCharsets.UTF_8));
        members.put(one.bundle(), admitted);
        LOG.info("Bundle {} is admitted with the declaration {}.", one.bundle(), digest.substring(0, 12));
    }

    private void judge(Member member, Supplier<Verdict> judgement) {
        Verdict verdict = judgement.get();
        if (verdict.equals(new Verdict(member.state(), member.reason()))) {
            return;
        }
        Member judged =
                new Member(member.declaration(), member.digest(), member.admitted(), verdict.state(), verdict.reason());
        rows.state(judged);
        members.put(judged.bundle(), judged);
        if (verdict.state() != State.LIVE) {
            LOG.info("Bundle {} is {}: {}", judged.bundle(), judged.state(), judged.reason());
        }
    }
}
