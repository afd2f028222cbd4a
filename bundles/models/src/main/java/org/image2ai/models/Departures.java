package org.image2ai.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.image2ai.api.model.CatalogueEntry;
import org.image2ai.api.model.Operation;

/**
 * The models that went a moment ago. While their bundle is replaced, requests for them stay valid and their jobs wait;
 * after a server's start that holds for every model that is not there yet.
 */
final class Departures {
    private final Duration grace;
    private final Ticker ticker;
    private final long began;
    private final Map<String, Gone> gone = new ConcurrentHashMap<>();
    private final Map<String, Long> places = new ConcurrentHashMap<>();

    private record Gone(CatalogueEntry entry, long since) {}

    Departures(Duration grace, Ticker ticker) {
        this.grace = grace;
        this.ticker = ticker;
        this.began = ticker.nanos();
    }

    /** Takes note of what a change took away and what it brought back. */
    void changed(Snapshot before, Snapshot after) {
        before.models().stream()
                .filter(entry -> after.find(entry.fullName()).isEmpty())
                .forEach(entry -> gone.put(entry.fullName(), new Gone(entry, ticker.nanos())));
        after.models().forEach(entry -> gone.remove(entry.fullName()));
        gone.values().removeIf(one -> !isWithin(one.since()));
        before.marks().stream()
                .filter(mark -> !after.marks().contains(mark))
                .forEach(mark -> places.put(mark, ticker.nanos()));
        places.keySet().removeAll(after.marks());
        places.values().removeIf(since -> !isWithin(since));
    }

    private boolean isWithin(long since) {
        return ticker.nanos() - since < grace.toNanos();
    }

    Optional<CatalogueEntry> find(String fullName) {
        return Optional.ofNullable(gone.get(fullName))
                .filter(one -> isWithin(one.since()))
                .map(Gone::entry);
    }

    /** What could do an operation until a moment ago. */
    List<CatalogueEntry> of(Operation operation) {
        List<CatalogueEntry> found = new ArrayList<>();
        gone.values().stream()
                .filter(one -> isWithin(one.since()))
                .map(Gone::entry)
                .filter(entry -> entry.model().operations().contains(operation))
                .forEach(found::add);
        return found;
    }

    /** Whether a model of that name may come, or come back. */
    boolean mayCome(String fullName) {
        return isStarting() || find(fullName).isPresent();
    }

    /** Whether an account with a model may come, or come back, by the mark of its checkpoints. */
    boolean placeMayCome(String mark) {
        Long since = places.get(mark);
        return isStarting() || since != null && isWithin(since);
    }

    /** Whether models may still come that were there before the server started. */
    boolean isStarting() {
        return isWithin(began);
    }
}
