package org.image2ai.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.Operation;

/** What can be had at one moment, found by name and by operation. It never changes: a change makes another. */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(Map.of());

    private final Map<String, Offer> byName;
    private final Map<Operation, List<Offer>> byOperation = new EnumMap<>(Operation.class);
    private final List<CatalogueEntry> models;
    private final Set<String> marks;

    private Snapshot(Map<String, Offer> byName) {
        this.byName = byName;
        this.models = byName.values().stream().map(Offer::entry).toList();
        this.marks = byName.values().stream()
                .flatMap(offer -> offer.places().stream())
                .map(Place::mark)
                .collect(Collectors.toUnmodifiableSet());
        for (Offer offer : byName.values()) {
            offer.places().stream()
                    .flatMap(place -> place.entry().model().operations().stream())
                    .distinct()
                    .forEach(operation -> byOperation
                            .computeIfAbsent(operation, o -> new ArrayList<>())
                            .add(offer));
        }
    }

    static Snapshot of(Collection<LiveProvider> providers) {
        Map<String, List<Place>> places = new TreeMap<>();
        for (LiveProvider provider : providers) {
            if (!provider.workload().isClosed()) {
                provider.models().forEach(entry -> places.computeIfAbsent(entry.fullName(), n -> new ArrayList<>())
                        .add(Place.of(entry, provider, isStandby(provider, entry, providers))));
            }
        }
        Map<String, Offer> offers = new TreeMap<>();
        places.forEach((name, all) -> {
            all.sort(Comparator.comparing(Place::standby)
                    .thenComparing(place -> -place.provider().account().priority()));
            offers.put(name, new Offer(all.get(0).entry(), all));
        });
        return new Snapshot(offers);
    }

    private static boolean isStandby(LiveProvider one, CatalogueEntry entry, Collection<LiveProvider> all) {
        return one.workload().isRetired()
                || all.stream()
                        .filter(other -> one.origin().isOlderThan(other.origin()))
                        .filter(other -> !other.workload().turnsAway(false))
                        .flatMap(other -> other.models().stream())
                        .anyMatch(other -> other.fullName().equals(entry.fullName()));
    }

    /** Every model, ordered by name. */
    List<CatalogueEntry> models() {
        return models;
    }

    /** The marks of all accounts with all their models. */
    Set<String> marks() {
        return marks;
    }

    Optional<Offer> find(String fullName) {
        return Optional.ofNullable(byName.get(fullName));
    }

    /** The models that can do an operation. */
    List<Offer> of(Operation operation) {
        return byOperation.getOrDefault(operation, List.of());
    }
}
