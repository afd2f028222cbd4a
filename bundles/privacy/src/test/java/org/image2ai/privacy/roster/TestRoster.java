package org.image2ai.privacy.roster;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.kit.privacy.Declarations;
import org.image2ai.tck.SetClock;
import org.image2ai.tck.jpa.TestUnit;
import org.osgi.framework.ServiceReference;

/** A roster on a real H2, with bundles that come and go as a test says. */
final class TestRoster implements AutoCloseable {
    final TestUnit unit;
    final SetClock clock = new SetClock();
    final MemberRows rows;
    final Tables tables;
    final StoredPrefixes prefixes = new StoredPrefixes();
    final List<String> quarantined = new ArrayList<>();
    private final Map<String, Installed> installed = new LinkedHashMap<>();
    private final Map<String, ServiceReference<PersonalDataParticipant>> answering = new LinkedHashMap<>();
    RosterService roster;

    TestRoster() {
        this(new TestUnit("privacy-test"));
    }

    TestRoster(TestUnit unit) {
        this.unit = unit;
        rows = new MemberRows(unit::migrate, unit);
        tables = new Tables(unit);
        roster = open();
    }

    RosterService open() {
        return new RosterService(config(), rows, clock);
    }

    private static RosterConfig config() {
        return (RosterConfig) Proxy.newProxyInstance(
                TestRoster.class.getClassLoader(),
                new Class<?>[] {RosterConfig.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "askSeconds" -> 1;
                    case "askConcurrent" -> 2;
                    case "graceSeconds" -> 60;
                    default -> 0;
                });
    }

    /** A bundle starts with a declaration; it is admitted unless there is a refusal. */
    void start(String bundle, boolean ours, String declaration, String... refusal) {
        byte[] file = declaration.getBytes(StandardCharsets.UTF_8);
        boolean answers = answering.containsKey(bundle);
        installed.put(
                bundle,
                new Installed(
                        bundle,
                        true,
                        clock.instant(),
                        ours,
                        List.of(refusal).stream().findFirst(),
                        file,
                        declaration.isEmpty() ? Optional.empty() : Optional.of(Declarations.parse(file)),
                        answers));
        look();
    }

    void answer(String bundle, PersonalDataParticipant participant) {
        ServiceReference<PersonalDataParticipant> reference =
                TestBundles.reference(TestBundles.foreign(bundle, ""), PersonalDataParticipant.class.getName());
        answering.put(bundle, reference);
        roster.addParticipant(reference, participant);
        change(bundle, installed.get(bundle).active(), true);
    }

    void silence(String bundle) {
        roster.removeParticipant(answering.remove(bundle));
        change(bundle, installed.get(bundle).active(), false);
    }

    void stop(String bundle) {
        change(bundle, false, false);
    }

    private void change(String bundle, boolean active, boolean participates) {
        Installed one = installed.get(bundle);
        installed.put(
                bundle,
                new Installed(
                        bundle,
                        active,
                        one.started(),
                        one.ours(),
                        one.refusal(),
                        one.file(),
                        one.declaration(),
                        participates));
        look();
    }

    void uninstall(String bundle) {
        installed.remove(bundle);
        Optional.ofNullable(answering.remove(bundle)).ifPresent(roster::removeParticipant);
        look();
    }

    void look() {
        roster.look(installed.values(), quarantined::add);
    }

    Member member(String bundle) {
        return roster.find(bundle).orElseThrow();
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        roster.stop();
        unit.close();
    }
}
