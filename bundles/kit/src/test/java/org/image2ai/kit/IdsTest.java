package org.image2ai.kit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.image2ai.api.JobId;
import org.image2ai.api.Page;
import org.image2ai.api.PlatformException;
import org.image2ai.kit.paging.Keyset;
import org.junit.Test;

public class IdsTest {
    @Test
    public void makesIdsThatAreUniqueAndOfTheSharedShape() {
        Set<String> ids = Stream.generate(() -> Ids.next("job")).limit(10_000).collect(Collectors.toSet());
        assertEquals(10_000, ids.size());
        ids.forEach(JobId::new);
        assertTrue(ids.stream().allMatch(id -> id.matches("job_[0-9A-HJKMNP-TV-Z]{26}")));
    }

    @Test
    public void keepsAnInstantToTheMicrosecond() {
        Instant instant = Instant.parse("2026-11-23T18:00:00.123456Z");
        assertEquals(instant, Micros.instant(Micros.of(instant)));
        assertEquals(Optional.empty(), Micros.optional(null));
    }

    @Test
    public void continuesAListBehindTheLastRow() {
        Page<String> page = Keyset.page(List.of("c", "b", "a"), 2, id -> new Keyset(7, id));
        assertEquals(List.of("c", "b"), page.items());
        assertEquals(Optional.of(new Keyset(7, "b")), Keyset.decode(page.next()));
        assertEquals(
                Optional.empty(),
                Keyset.page(List.of("a"), 2, id -> new Keyset(7, id)).next());
    }

    @Test
    public void refusesACursorOfAnotherMaking() {
        for (String cursor : List.of("?", "", "abc", "MTIz")) {
            PlatformException e = assertThrows(PlatformException.class, () -> Keyset.decode(Optional.of(cursor)));
            assertEquals("invalid_cursor", e.code());
        }
    }
}
