package org.image2ai.kit.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;

/**
 * Where a page ended: the next one begins behind that row, whatever was deleted meanwhile.
 *
 * @param at the row's time in microseconds
 * @param id the row's identity
 */
public record Keyset(long at, String id) {
    /** The cursor, opaque to clients. */
    public String encode() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The keyset of a cursor. @throws PlatformException {@code invalid_cursor} */
    public static Optional<Keyset> decode(Optional<String> cursor) {
        return cursor.map(Keyset::parse);
    }

    private static Keyset parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            return new Keyset(Long.parseLong(parts[0]), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw PlatformException.invalid("invalid_cursor", "This cursor did not come from a page of this list.")
                    .withField("cursor")
                    .causedBy(e);
        }
    }

    /** A page of rows of which one more was read than wanted, to know whether there is a next page. */
    public static <T> Page<T> page(List<T> rowsPlusOne, int limit, Function<? super T, Keyset> keyset) {
        if (rowsPlusOne.size() <= limit) {
            return new Page<>(rowsPlusOne, Optional.empty());
        }
        List<T> rows = rowsPlusOne.subList(0, limit);
        return new Page<>(rows, Optional.of(keyset.apply(rows.get(limit - 1)).encode()));
    }
}
