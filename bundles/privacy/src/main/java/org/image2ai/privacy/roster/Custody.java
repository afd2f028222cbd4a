package org.image2ai.privacy.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.DataCustody;
import org.image2ai.api.privacy.PrivacyDeclaration.Action;
import org.image2ai.api.privacy.PrivacyDeclaration.Holding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What lies in the platform's own hands of what bundles declared: looked at without asking them. */
@Component(service = {Custody.class, DataCustody.class})
public final class Custody implements DataCustody {
    private final Roster roster;
    private final Tables tables;
    private final StoredPrefixes prefixes;

    @Activate
    public Custody(@Reference Roster roster, @Reference Tables tables, @Reference StoredPrefixes prefixes) {
        this.roster = roster;
        this.tables = tables;
        this.prefixes = prefixes;
    }

    /** How many rows and objects there are of a subject, except under holdings that are retained as a whole. */
    public long count(Member member, AccountId subject) {
        Set<String> erasable = member.declaration().holdings().stream()
                .filter(holding -> holding.atErasure() != Action.RETAIN)
                .flatMap(holding -> holding.location().stream())
                .collect(Collectors.toSet());
        return counts(member, subject).entrySet().stream()
                .filter(place -> erasable.contains(place.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many rows and objects there are of a subject at each declared location that the platform can see. */
    public Map<String, Long> counts(Member member, AccountId subject) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Holding holding : member.declaration().holdings()) {
            List<String> keys = Place.columns(holding.subjectKey());
            for (String location : holding.location()) {
                if (Place.isTable(location)) {
                    counts.merge(location, tables.count(location, keys, subject), Math::max);
                } else if (Place.isPrefix(location)) {
                    counts.computeIfAbsent(location, l -> prefixes.count(Place.prefix(l, subject)));
                }
            }
        }
        return counts;
    }

    /**
     * Removes what the platform can see of a subject, for a bundle that was torn out and cannot do it.
     *
     * @return the locations that it cannot see, for which somebody must be asked
     */
    public List<String> erase(Member member, AccountId subject) {
        List<Holding> erasable = member.declaration().holdings().stream()
                .filter(holding -> holding.atErasure() != Action.RETAIN)
                .toList();
        for (Holding holding : erasable) {
            List<String> keys = Place.columns(holding.subjectKey());
            for (String location : holding.location()) {
                if (Place.isTable(location)) {
                    tables.erase(location, keys, subject);
                } else if (Place.isPrefix(location)) {
                    prefixes.erase(Place.prefix(location, subject));
                }
            }
        }
        return erasable.stream()
                .flatMap(holding -> holding.location().stream())
                .filter(location -> !Place.isTable(location) && !Place.isPrefix(location))
                .distinct()
                .toList();
    }

    /** A declared location that is not empty, or that the platform cannot see; empty when there is nothing left. */
    Optional<String> left(Member member) {
        return member.declaration().holdings().stream()
                .flatMap(holding -> holding.location().stream())
                .distinct()
                .filter(location -> !isEmpty(location))
                .findFirst();
    }

    private boolean isEmpty(String location) {
        if (Place.isTable(location)) {
            return tables.isEmpty(location);
        }
        return Place.isPrefix(location) && prefixes.isEmpty(Place.prefix(location));
    }

    @Override
    public void requireEmpty(String bundle) {
        roster.find(bundle).flatMap(this::left).ifPresent(location -> {
            throw PlatformException.conflict(
                    "bundle_holds_data", bundle + " still holds data of people in " + location + "; erase it first.");
        });
    }
}
