package org.image2ai.privacy.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;

/** Who is asked in every request: every declaration ever admitted and not proven empty. */
public interface Roster {
    /** All of them, by the name of the bundle; also those that are gone. */
    List<Member> members();

    /** The one of a bundle. */
    Optional<Member> find(String bundle);

    /**
     * Asks a bundle's participant, on a thread of its own, with a deadline.
     *
     * @param bundle whom
     * @param question what; an exception or {@code Error} of it becomes the one below
     * @throws org.image2ai.api.PlatformException UPSTREAM {@code participant_absent}, {@code participant_timeout},
     *     {@code participant_failed}; the message names the bundle and holds no personal data
     */
    <T> T ask(String bundle, Function<PersonalDataParticipant, T> question);

    /** The recipients that a bundle's declaration names since it last changed. */
    default Set<String> newRecipients(String bundle) {
        return Set.of();
    }

    /** The recipients that a bundle declared at any moment of a time, also one that is gone; by name, each once. */
    default List<Recipient> recipients(String bundle, Instant from, Instant to) {
        return find(bundle).map(member -> member.declaration().recipients()).orElse(List.of());
    }

    /** A bundle that is gone holds nothing any more: it is not asked again. Does nothing for one that is there. */
    default void provenEmpty(String bundle) {}
}
