package org.image2ai.models;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.Operation;

/**
 * One account where a model can be had.
 *
 * @param entry the model as this account offers it
 * @param provider the account
 * @param standby whether others get its work where they can do it: it is retired, or there is a newer bundle of it
 * @param healths how it did lately at each operation
 */
record Place(CatalogueEntry entry, LiveProvider provider, boolean standby, Map<Operation, Health> healths) {
    private static final double MUCH = 0.1;

    static Place of(CatalogueEntry entry, LiveProvider provider, boolean standby) {
        Map<Operation, Health> healths = new EnumMap<>(Operation.class);
        for (Operation operation : Operation.values()) {
            healths.put(operation, provider.health(entry.model().name(), operation));
        }
        return new Place(entry, provider, standby, healths);
    }

    /** By priority, then the healthier, then the one with the fewest renderings. */
    static Comparator<Place> best(Operation operation) {
        return Comparator.comparing(Place::standby)
                .thenComparing(place -> -place.provider().account().priority())
                .thenComparing(place -> place.ailment(operation))
                .thenComparing(place -> place.provider().workload().load());
    }

    Health health(Operation operation) {
        return healths.get(operation);
    }

    private int ailment(Operation operation) {
        Health health = health(operation);
        if (!health.isSound()) {
            return 3;
        }
        return (provider.isFull() ? 1 : 0) + (health.breaker().rate() > MUCH ? 1 : 0);
    }

    /** What a checkpoint of this place begins with: an account's task is known to no other account. */
    String mark() {
        String pid = provider.account().pid();
        return pid.isEmpty() ? entry.fullName() : entry.fullName() + ' ' + pid;
    }
}
