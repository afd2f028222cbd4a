package org.image2ai.privacy.roster;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.image2ai.api.privacy.PrivacyDeclaration;
import org.image2ai.privacy.roster.Member.State;

/**
 * Says in which state a bundle is.
 *
 * @param now when it is asked
 * @param grace how long a bundle that holds data may be without its participant
 * @param impersonal tables that no bundle may declare
 */
record Judgement(Instant now, Duration grace, Set<String> impersonal) {
    /**
     * A state, and why it is not LIVE.
     *
     * @param state it
     * @param reason why
     */
    record Verdict(State state, String reason) {
        static final Verdict LIVE = new Verdict(State.LIVE, "");
    }

    /** One whose declaration stands in the roster. */
    Verdict of(Installed installed, Member member, Collection<Member> others) {
        PrivacyDeclaration declared = member.declaration();
        if (!installed.active()) {
            return member.state() == State.QUARANTINED
                    ? new Verdict(State.QUARANTINED, member.reason())
                    : new Verdict(State.ABSENT, "The bundle is not running.");
        }
        Optional<String> refusal = installed.refusal().or(() -> foul(installed, declared, others));
        if (refusal.isPresent()) {
            return new Verdict(State.QUARANTINED, "It is not admitted: " + refusal.get() + ".");
        }
        if (declared.holdings().isEmpty() || installed.participates()) {
            return Verdict.LIVE;
        }
        boolean over = installed.started().plus(grace).isBefore(now);
        return over && !installed.ours()
                ? new Verdict(State.QUARANTINED, "It holds data of people, and nobody answers for it.")
                : new Verdict(State.ABSENT, "Its participant is not there.");
    }

    /** What a bundle declares and must not: what is another's. */
    private Optional<String> foul(Installed installed, PrivacyDeclaration declared, Collection<Member> others) {
        if (installed.ours()) {
            return Optional.empty();
        }
        Set<String> taken = others.stream()
                .filter(other -> !other.bundle().equals(declared.bundle()))
                .flatMap(other -> places(other.declaration()))
                .collect(Collectors.toSet());
        String root = "ext." + declared.bundle() + "/";
        return places(declared)
                .filter(place -> taken.contains(place)
                        || impersonal.contains(place)
                        || Place.isPrefix(place) && !place.startsWith(root))
                .findFirst()
                .map(place -> "it declares " + place + ", which is not its own");
    }

    static Stream<String> places(PrivacyDeclaration declaration) {
        return declaration.holdings().stream().flatMap(holding -> holding.location().stream());
    }

    /** One that is not installed any more. */
    static Verdict gone(PrivacyDeclaration declared) {
        return new Verdict(
                State.ORPHANED,
                declared.holdings().isEmpty()
                        ? "The bundle was uninstalled; what it sent is with its recipients."
                        : "The bundle was uninstalled while it held data of people.");
    }
}
