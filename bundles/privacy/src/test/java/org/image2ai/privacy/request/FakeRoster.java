package org.image2ai.privacy.request;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.privacy.roster.Member;
import org.image2ai.privacy.roster.Roster;

/** A roster of fakes; a bundle can be taken away, torn out, and come back. */
final class FakeRoster implements Roster {
    private final Map<String, FakeHolder> holders = new TreeMap<>();
    final Set<String> absent = new HashSet<>();
    final Set<String> orphaned = new HashSet<>();

    FakeHolder add(String bundle) {
        FakeHolder holder = new FakeHolder(bundle);
        holders.put(bundle, holder);
        return holder;
    }

    @Override
    public List<Member> members() {
        return holders.values().stream().map(this::member).toList();
    }

    private Member member(FakeHolder holder) {
        Member.State state = absent.contains(holder.bundle) ? Member.State.ABSENT : Member.State.LIVE;
        if (orphaned.contains(holder.bundle)) {
            state = Member.State.ORPHANED;
        }
        return new Member(
                holder.declaration(), "00", Instant.EPOCH, state, state == Member.State.LIVE ? "" : "taken away");
    }

    @Override
    public Optional<Member> find(String bundle) {
        return Optional.ofNullable(holders.get(bundle)).map(this::member);
    }

    @Override
    public <T> T ask(String bundle, Function<PersonalDataParticipant, T> question) {
        if (absent.contains(bundle) || orphaned.contains(bundle)) {
            throw PlatformException.upstream("participant_absent", bundle + " is not there.", true);
        }
        try {
            return question.apply(holders.get(bundle));
        } catch (RuntimeException e) {
            throw PlatformException.upstream("participant_failed", bundle + " failed.", true)
                    .causedBy(e);
        }
    }
}
