package org.image2ai.privacy.request;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PersonalDataParticipant;
import org.image2ai.privacy.roster.Roster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Goes through what a bundle holds of somebody, page by page, on the bundle's own thread of the roster. */
@Component(service = Walk.class)
public final class Walk {
    private final Roster roster;
    private final Others others;

    @Activate
    public Walk(@Reference Roster roster, @Reference Others others) {
        this.roster = roster;
        this.others = others;
    }

    Roster roster() {
        return roster;
    }

    /**
     * What is held by whom of whom.
     *
     * @param subject of whom
     * @param bundle by whom
     * @param holding what of it
     */
    record Place(AccountId subject, String bundle, String holding) {}

    /**
     * Goes through all pages.
     *
     * @param place of what
     * @param visit looks at one page; runs on the thread of the roster
     * @param between runs on the caller's thread after each page
     */
    void pages(Place place, BiFunction<PersonalDataParticipant, Page<HeldItem>, Boolean> visit, Runnable between) {
        Set<String> seen = new HashSet<>();
        Optional<String> cursor = Optional.empty();
        do {
            PageRequest page = new PageRequest(cursor, PageRequest.MAX_LIMIT);
            Page<HeldItem> found = roster.ask(place.bundle(), participant -> {
                Page<HeldItem> items = participant.locate(place.subject(), place.holding(), page);
                visit.apply(participant, items);
                return items;
            });
            between.run();
            cursor = found.next();
            if (cursor.isPresent() && !seen.add(cursor.get())) {
                throw PlatformException.upstream(
                        "participant_failed", "The pages of " + place.bundle() + " go round in a circle.", true);
            }
        } while (cursor.isPresent());
    }

    /** What would become of an item now; a legal hold goes before what its bundle would do. */
    Outcome plan(PersonalDataParticipant participant, Place place, HeldItem item) {
        return held(place, item).orElseGet(() -> participant.plan(place.subject(), item));
    }

    /** Erases an item, unless a legal hold keeps it. */
    Outcome erase(PersonalDataParticipant participant, Place place, HeldItem item) {
        return held(place, item).orElseGet(() -> participant.erase(place.subject(), item));
    }

    private Optional<Outcome> held(Place place, HeldItem item) {
        return others.holds.on(place.subject(), place.bundle(), item);
    }
}
