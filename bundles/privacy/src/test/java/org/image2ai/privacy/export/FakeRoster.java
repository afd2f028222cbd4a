package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.api.privacy.PrivacyDeclaration.Action;
import org.image2ai.api.privacy.PrivacyDeclaration.ErasureMode;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.api.privacy.PrivacyDeclaration.Retention;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;

/** Asks on the caller's thread, and lets an {@code Error} of a participant through, as the death of the process. */
final class FakeRoster implements Roster {
    private final Map<String, Member> members = new TreeMap<>();
    private final Map<String, FakeParticipant> participants = new TreeMap<>();
    final Set<String> absent = new TreeSet<>();

    /** Admits a participant with its holdings. */
    void add(FakeParticipant participant) {
        List<Holding> holdings = new ArrayList<>();
        for (String holding : participant.holdings()) {
            holdings.add(new Holding(
                    holding,
                    "dpv-pd:Picture",
                    List.of(Purpose.SERVICE),
                    "dpv:Contract",
                    List.of("t_" + holding),
                    "account",
                    Retention.ACCOUNT,
                    Action.ERASE));
        }
        add(participant.bundle(), holdings, List.of());
        participants.put(participant.bundle(), participant);
    }

    /** Admits somebody who only sends. */
    void addRecipient(String bundle, String name) {
        Recipient recipient = new Recipient(
                name,
                "US",
                List.of("api.example.org"),
                "clauses",
                ErasureMode.EXPIRY,
                "https://example.org/privacy",
                List.of(Purpose.SERVICE),
                "P30D");
        add(bundle, List.of(), List.of(recipient));
    }

    private void add(String bundle, List<Holding> holdings, List<Recipient> recipients) {
        PrivacyDeclaration declaration = new PrivacyDeclaration(bundle, holdings, recipients, List.of(), "");
        members.put(bundle, new Member(declaration, "0".repeat(64), Instant.EPOCH, Member.State.LIVE, ""));
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
        if (absent.contains(bundle)) {
            throw PlatformException.upstream("participant_absent", "The bundle " + bundle + " is not there.", true);
        }
        return question.apply(participants.get(bundle));
    }
}
