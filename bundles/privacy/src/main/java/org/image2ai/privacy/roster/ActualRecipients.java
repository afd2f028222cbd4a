package org.image2ai.privacy.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Disclosures;
import org.image2ai.api.privacy.Disclosures.Disclosure;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.Member.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who outside got something of one person. Bundles say what they wrote down before they sent it; whom the stored
 * declarations of others name counts as one that may have got something, for nobody can say that he has not.
 */
@Component(service = ActualRecipients.class)
public final class ActualRecipients {
    private static final String PLATFORM = "org.image2ai.";
    private static final int MOST = 1_000;

    private final Roster roster;
    private final Senders senders;

    @Activate
    public ActualRecipients(@Reference Roster roster, @Reference Senders senders) {
        this.roster = roster;
        this.senders = senders;
    }

    /**
     * A recipient of a person.
     *
     * @param bundle whose declaration names it
     * @param recipient as declared when it was sent
     * @param where which one, where the declaration leaves that open
     * @param made when something went there; empty for one that may have got something
     */
    public record Actual(String bundle, Recipient recipient, String where, Optional<Disclosure> made) {
        /** Its name, with the one that is meant. */
        public String name() {
            return where.isEmpty() || where.equals(recipient.name())
                    ? recipient.name()
                    : recipient.name() + ": " + where;
        }

        private String key() {
            return bundle + "\n" + name();
        }
    }

    /** All of a person. Who cannot be asked now counts as one that sent to everybody whom it declares. */
    public List<Actual> all(AccountId subject) {
        List<Actual> found = new ArrayList<>();
        for (Member member : roster.members()) {
            if (!member.declaration().holdings().isEmpty()) {
                try {
                    found.addAll(of(subject, member));
                } catch (PlatformException e) {
                    found.addAll(possible(member));
                }
            }
        }
        found.addAll(unrecorded(subject));
        Map<String, Actual> byName = new LinkedHashMap<>();
        Set<String> recorded = new HashSet<>();
        found.stream().filter(one -> one.made().isPresent()).forEach(one -> {
            byName.putIfAbsent(one.key(), one);
            recorded.add(one.bundle() + "\n" + one.recipient().name());
        });
        found.stream()
                .filter(one -> one.made().isEmpty() && !recorded.contains(one.key()))
                .forEach(one -> byName.putIfAbsent(one.key(), one));
        return List.copyOf(byName.values());
    }

    /**
     * Those of whom a bundle that holds data knows.
     *
     * @throws PlatformException UPSTREAM when it cannot be asked
     */
    public List<Actual> of(AccountId subject, Member asked) {
        Disclosures told = told(subject, asked);
        List<Actual> found = new ArrayList<>();
        told.made().stream()
                .filter(made -> made.bundle().equals(asked.bundle()) || covers(asked, told, made.bundle()))
                .flatMap(this::named)
                .forEach(found::add);
        if (!told.complete()) {
            roster.members().stream()
                    .filter(member -> member.equals(asked) || covers(asked, told, member.bundle()))
                    .flatMap(member -> possible(member).stream())
                    .forEach(found::add);
        }
        return found;
    }

    /** Those of bundles that hold nothing, and of whose sending no other bundle has a record. */
    public List<Actual> unrecorded(AccountId subject) {
        List<Member> silent = roster.members().stream()
                .filter(member -> member.declaration().holdings().isEmpty())
                .filter(member -> !member.declaration().recipients().isEmpty())
                .toList();
        if (silent.isEmpty()) {
            return List.of();
        }
        Set<String> covered = new HashSet<>();
        for (Member member : roster.members()) {
            if (!member.declaration().holdings().isEmpty()) {
                covered.addAll(covered(subject, member, silent));
            }
        }
        return silent.stream()
                .filter(member -> !covered.contains(member.bundle()))
                .flatMap(member -> possible(member).stream())
                .toList();
    }

    private List<String> covered(AccountId subject, Member asked, List<Member> silent) {
        try {
            Disclosures told = told(subject, asked);
            return silent.stream()
                    .map(Member::bundle)
                    .filter(bundle -> covers(asked, told, bundle))
                    .toList();
        } catch (PlatformException e) {
            return List.of();
        }
    }

    private Disclosures told(AccountId subject, Member asked) {
        if (asked.state() == State.ORPHANED) {
            return Disclosures.UNRECORDED;
        }
        Disclosures told =
                roster.ask(asked.bundle(), participant -> Objects.requireNonNull(participant.disclosures(subject)));
        // Nobody has given something to so many: an answer without end opens no tasks without end.
        return told.made().size() > MOST ? Disclosures.UNRECORDED : told;
    }

    /** Only a bundle of the platform speaks for others. */
    private boolean covers(Member asked, Disclosures told, String bundle) {
        return asked.bundle().startsWith(PLATFORM)
                && told.covers().stream().anyMatch(kind -> senders.isOfKind(bundle, kind));
    }

    private Stream<Actual> named(Disclosure made) {
        return roster.recipients(made.bundle(), made.first(), made.last()).stream()
                .filter(recipient ->
                        made.recipient().isEmpty() || made.recipient().equals(recipient.name()))
                .map(recipient -> new Actual(made.bundle(), recipient, made.where(), Optional.of(made)));
    }

    private List<Actual> possible(Member member) {
        List<Recipient> recipients = member.declaration().recipients();
        return recipients.isEmpty() || !senders.mayHaveSent(member.bundle())
                ? List.of()
                : recipients.stream()
                        .map(recipient -> new Actual(member.bundle(), recipient, "", Optional.empty()))
                        .toList();
    }
}
