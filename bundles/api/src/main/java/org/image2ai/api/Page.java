package org.image2ai.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list in keyset order; a page never skips or repeats a row because another was deleted.
 *
 * @param <T> what is listed
 * @param items the rows, newest first unless the method says otherwise
 * @param next the cursor of the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
        next = next == null ? Optional.empty() : next;
    }

    /** The same page with other rows. */
    public <R> Page<R> map(Function<? super T, ? extends R> f) {
        return new Page<>(items.stream().<R>map(f).toList(), next);
    }
}
