package org.image2ai.api;

import java.util.Optional;

/**
 * Which page is wanted.
 *
 * @param cursor {@link Page#next()} of the page before; empty for the first
 * @param limit how many rows at most, 1 to 200
 */
public record PageRequest(Optional<String> cursor, int limit) {
    /** The largest page. */
    public static final int MAX_LIMIT = 200;

    /** @throws PlatformException {@code invalid_limit} when the limit is out of range */
    public PageRequest {
        cursor = cursor == null ? Optional.empty() : cursor;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw PlatformException.invalid(
                            "invalid_limit", "limit is " + limit + "; it must be 1 to " + MAX_LIMIT + ".")
                    .withField("limit");
        }
    }

    /** The first page of that many rows. */
    public static PageRequest first(int limit) {
        return new PageRequest(Optional.empty(), limit);
    }
}
