package org.image2ai.privacy.roster;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.PersonalDataParticipant;

/** Counts what a participant holds of somebody, page by page. What cannot be counted is never nothing. */
final class Count {
    private Count() {}

    /** A number, or {@code FAILED} with the reason. */
    static String of(Roster roster, Member member, AccountId subject, String holding) {
        try {
            return Long.toString(roster.ask(member.bundle(), asked -> count(asked, subject, holding)));
        } catch (PlatformException e) {
            return "FAILED: " + e.getMessage();
        }
    }

    static long count(PersonalDataParticipant participant, AccountId subject, String holding) {
        Set<String> seen = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        long items = 0;
        do {
            Page<HeldItem> page = participant.locate(subject, holding, new PageRequest(cursor, PageRequest.MAX_LIMIT));
            items += page.items().size();
            cursor = page.next();
            if (cursor.isPresent() && !seen.add(cursor.get())) {
                throw new IllegalStateException("its pages go round in a circle");
            }
        } while (cursor.isPresent());
        return items;
    }
}
